import type { ValueType } from '../lesson/exercise.ts';

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
