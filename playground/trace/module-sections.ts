/** A section of a module: its id, and its bytes from `start`, where the id is, to `end`; the contents are the last of them. */
export interface ModuleSection {
  readonly id: number;
  readonly start: number;
  readonly contents: number;
  readonly end: number;
}

/** The sections of a module in the binary format, in order (core specification, section 5.5.2). */
export function* sectionsOf(wasm: Uint8Array): Generator<ModuleSection, void> {
  for (let start = 8; start < wasm.length; ) {
    const size = unsignedAt(wasm, start + 1);
    const end = size.end + size.value;
    yield { id: wasm[start] ?? 0, start, contents: size.end, end };
    start = end;
  }
}

/** An unsigned LEB128 number of at most 32 bits, and where it ends. Bytes behind the module's end count as 0. */
export function unsignedAt(bytes: Uint8Array, start: number): { readonly value: number; readonly end: number } {
  let value = 0;
  let end = start;
  for (let shift = 0; shift < 35; shift += 7) {
    const byte = bytes[end++] ?? 0;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) break;
  }
  return { value, end };
}

/** A number as unsigned LEB128. */
export const unsigned = (value: number): readonly number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(Math.floor(value / 0x80))];
