import { kind, ModuleReader, section } from './module-reader.ts';

/** How many memories a module defines; of a damaged one, any number. */
export function countMemories(wasm: Uint8Array): number {
  const reader = new ModuleReader(wasm, 8);
  return reader.find(section.memory) ? reader.size() : 0;
}

/**
 * The same module with its memories beside the first one exported, as a recording program exports them; nothing else of it
 * changes. It must be valid and export something: any other comes back as it is, and so does one with a single memory.
 */
export function withMemoriesExported(wasm: Uint8Array): Uint8Array {
  const added = countMemories(wasm) - 1;
  const reader = new ModuleReader(wasm, 8);
  if (added < 1 || !reader.find(section.export)) return wasm;
  const contents = reader.offset;
  const old = reader.size();
  const { start, end } = sectionAt(wasm, contents);
  const entries = Array.from({ length: added }, (_, index) => {
    const name = new TextEncoder().encode(`pagewise.memory${index + 1}`);
    return [name.length, ...name, kind.memory, ...unsigned(index + 1)];
  });
  const body = [...unsigned(old + added), ...wasm.subarray(reader.offset, end), ...entries.flat()];
  const extended = [section.export, ...unsigned(body.length), ...body];
  return new Uint8Array([...wasm.subarray(0, start), ...extended, ...wasm.subarray(end)]);
}

/** Where the section begins, with its id, and ends whose contents begin at an offset. */
function sectionAt(wasm: Uint8Array, contents: number): { readonly start: number; readonly end: number } {
  const reader = new ModuleReader(wasm, 8);
  for (;;) {
    const start = reader.offset;
    reader.byte();
    const size = reader.size();
    if (reader.offset === contents) return { start, end: contents + size };
    reader.offset += size;
  }
}

/** A number as unsigned LEB128. */
function unsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(Math.floor(value / 0x80))];
}
