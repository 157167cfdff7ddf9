interface NumberReader {
  readonly bytes: number;
  /** The number at the start of the view. */
  readonly read: (view: DataView, littleEndian: boolean) => number | bigint;
}

/** The types in which memory is read as a number. Wasm itself is little-endian (core specification, section 2.4.7). */
export const numberTypes = {
  i8: { bytes: 1, read: (view) => view.getInt8(0) },
  u8: { bytes: 1, read: (view) => view.getUint8(0) },
  i16: { bytes: 2, read: (view, little) => view.getInt16(0, little) },
  u16: { bytes: 2, read: (view, little) => view.getUint16(0, little) },
  i32: { bytes: 4, read: (view, little) => view.getInt32(0, little) },
  u32: { bytes: 4, read: (view, little) => view.getUint32(0, little) },
  i64: { bytes: 8, read: (view, little) => view.getBigInt64(0, little) },
  u64: { bytes: 8, read: (view, little) => view.getBigUint64(0, little) },
  f32: { bytes: 4, read: (view, little) => view.getFloat32(0, little) },
  f64: { bytes: 8, read: (view, little) => view.getFloat64(0, little) },
} as const satisfies Readonly<Record<string, NumberReader>>;

export type NumberType = keyof typeof numberTypes;

/** Reads bytes, lowest address first, as Wasm does. There must be enough of them. */
export function readNumber(type: NumberType, bytes: ArrayLike<number>): number | bigint {
  const reader: NumberReader = numberTypes[type];
  return reader.read(new DataView(Uint8Array.from(bytes).buffer), true);
}
