import { sectionsOf, unsigned } from '../../trace/module-sections.ts';
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
  const found = [...sectionsOf(wasm)].find(({ id }) => id === section.export);
  if (added < 1 || !found) return wasm;
  const { start, contents, end } = found;
  const reader = new ModuleReader(wasm, contents);
  const old = reader.size();
  const entries = Array.from({ length: added }, (_, index) => {
    const name = new TextEncoder().encode(`pagewise.memory${index + 1}`);
    return [name.length, ...name, kind.memory, ...unsigned(index + 1)];
  });
  const body = [...unsigned(old + added), ...wasm.subarray(reader.offset, end), ...entries.flat()];
  const extended = [section.export, ...unsigned(body.length), ...body];
  return new Uint8Array([...wasm.subarray(0, start), ...extended, ...wasm.subarray(end)]);
}
