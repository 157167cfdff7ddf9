import { formatAddress } from './address-text.ts';
import type { ViewType } from './memory-state.ts';
import { type NumberType, numberTypes, readNumber } from './number-types.ts';

/** Names of C, C++, Rust and of views for the types of numbers, as 32-bit memories have them. */
const names: Readonly<Record<NumberType, readonly string[]>> = {
  i8: ['signed char', 'int8_t', 'i8', 'Int8Array'],
  u8: ['unsigned char', 'uint8_t', 'std::byte', 'u8', 'Uint8Array', 'Uint8ClampedArray'],
  i16: ['short', 'int16_t', 'i16', 'Int16Array'],
  u16: ['unsigned short', 'uint16_t', 'char16_t', 'u16', 'Uint16Array'],
  i32: ['int', 'long', 'int32_t', 'ptrdiff_t', 'i32', 'isize', 'wchar_t', 'Int32Array'],
  u32: ['unsigned int', 'unsigned long', 'uint32_t', 'size_t', 'uintptr_t', 'u32', 'usize', 'Uint32Array'],
  i64: ['long long', 'int64_t', 'i64', 'BigInt64Array'],
  u64: ['unsigned long long', 'uint64_t', 'u64', 'BigUint64Array'],
  f32: ['float', 'f32', 'Float32Array'],
  f64: ['double', 'f64', 'Float64Array'],
};

const numberTypeOf = new Map(
  Object.entries(names).flatMap(([type, all]) => all.map((name) => [name, type as NumberType])),
);

/** Bytes one by one: `07 FF`. */
export const bytesText = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(' ');

/** The value of bytes as a type of source, or of a view's elements, reads it; null where the name tells nothing. */
export function typedText(typeName: string | ViewType, bytes: Uint8Array): string | null {
  const name = typeName
    .replace(/\b(const|volatile)\b/g, '')
    .replace(/^std::(?=\w+_t$)/, '')
    .trim();
  if (bytes.length === 1 && name === 'bool') return bytes[0] === 0 ? 'false' : 'true';
  if (bytes.length === 1 && name === 'char') return characterText(bytes[0] ?? 0);
  if (bytes.length === 4 && name.endsWith('*')) return formatAddress(Number(readNumber('u32', bytes)));
  const type = numberTypeOf.get(name);
  if (!type || numberTypes[type].bytes !== bytes.length) return null;
  const value = readNumber(type, bytes);
  return type === 'f32' ? shortestSingle(Number(value)) : Object.is(value, -0) ? '-0' : String(value);
}

function characterText(byte: number): string {
  const signed = byte >= 0x80 ? byte - 0x100 : byte;
  const shown = byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`;
  return `'${shown}' ${signed}`;
}

/** The fewest digits that name this 32-bit float. */
function shortestSingle(value: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === value) return String(Number(text));
  }
  return Object.is(value, -0) ? '-0' : String(value);
}
