/**
 * The modules of a program beside its own, which its scripts make instances of. They travel in the program's module, each in a
 * custom section of this name: the length of its name, its name, and its bytes.
 */
const sectionName = 'pagewise.module';

/** A module beside a program's own. */
export interface ModuleBeside {
  /** What scripts fetch it by: `sum.wasm`. At most 127 bytes of ASCII. */
  readonly name: string;
  readonly wasm: Uint8Array;
}

/** A module with others in it. */
export function withModulesBeside(wasm: Uint8Array, beside: readonly ModuleBeside[]): Uint8Array {
  const encoder = new TextEncoder();
  const title = encoder.encode(sectionName);
  const sections = beside.map((each) => {
    const name = encoder.encode(each.name);
    return joined([[title.length], title, [name.length], name, each.wasm]);
  });
  return joined([wasm, ...sections.flatMap((section) => [[0], unsigned(section.length), section])]);
}

/** The program's own module, and those that are in it. The module must be valid. */
export function modulesIn(wasm: Uint8Array): { readonly own: Uint8Array; readonly beside: readonly ModuleBeside[] } {
  const decoder = new TextDecoder();
  const kept: Uint8Array[] = [wasm.subarray(0, 8)];
  const beside: ModuleBeside[] = [];
  for (let offset = 8; offset < wasm.length; ) {
    const size = sizeAt(wasm, offset + 1);
    const section = wasm.subarray(size.end, size.end + size.value);
    const title = 1 + (section[0] ?? 0);
    if (wasm[offset] === 0 && decoder.decode(section.subarray(1, title)) === sectionName) {
      const name = title + 1 + (section[title] ?? 0);
      beside.push({ name: decoder.decode(section.subarray(title + 1, name)), wasm: section.slice(name) });
    } else kept.push(wasm.subarray(offset, size.end + size.value));
    offset = size.end + size.value;
  }
  return { own: beside.length > 0 ? joined(kept) : wasm, beside };
}

function joined(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** An unsigned LEB128 number, and where it ends. */
function sizeAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let at = start;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++] ?? 0;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return { value, end: at };
  }
}

/** A number as unsigned LEB128. */
const unsigned = (value: number): readonly number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(Math.floor(value / 0x80))];
