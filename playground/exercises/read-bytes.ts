import type { ValueType } from '../lesson/exercise.ts';
import { type DataSymbol, type MemoryState, toAddress } from '../trace/memory-state.ts';
import type { Attempt } from './attempt.ts';

/** Finds a global by its name; null when the program has none. */
export function symbolNamed(state: MemoryState, name: string): DataSymbol | null {
  return state.layout.symbols.find((symbol) => symbol.name === name) ?? null;
}

/** `length` bytes from a byte offset on. */
export async function bytesAt(attempt: Attempt, offset: number, length: number): Promise<readonly number[]> {
  return [...(await attempt.bytes.read({ start: toAddress(offset), end: toAddress(offset + length) }))];
}

/** Bytes of each type of value. */
export const valueSizes: Readonly<Record<ValueType, number>> = {
  u8: 1,
  i8: 1,
  u16: 2,
  i16: 2,
  u32: 4,
  i32: 4,
  u64: 8,
  i64: 8,
  f32: 4,
  f64: 8,
};

/** Reads a little-endian value from its bytes, lowest address first. */
export function readTyped(type: ValueType, bytes: readonly number[]): number | bigint {
  const view = new DataView(new Uint8Array(bytes).buffer);
  switch (type) {
    case 'u8':
      return view.getUint8(0);
    case 'i8':
      return view.getInt8(0);
    case 'u16':
      return view.getUint16(0, true);
    case 'i16':
      return view.getInt16(0, true);
    case 'u32':
      return view.getUint32(0, true);
    case 'i32':
      return view.getInt32(0, true);
    case 'u64':
      return view.getBigUint64(0, true);
    case 'i64':
      return view.getBigInt64(0, true);
    case 'f32':
      return view.getFloat32(0, true);
    case 'f64':
      return view.getFloat64(0, true);
    default:
      return type satisfies never;
  }
}

/** Whether two numbers as text are the same number: `16`, `0x10` and `16n` are. Integers compare exactly. */
export function sameNumber(a: string, b: string): boolean {
  const [left, right] = [exact(a), exact(b)];
  if (left !== null && right !== null) return left === right;
  return Object.is(Number(a.replace(/n$/, '')), Number(b.replace(/n$/, '')));
}

function exact(text: string): bigint | null {
  const match = /^([+-]?)(0x[\da-f]+|\d+)n?$/i.exec(text.trim());
  if (!match) return null;
  const size = BigInt(match[2] ?? '0');
  return match[1] === '-' ? -size : size;
}
