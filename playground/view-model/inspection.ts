/** One reading of the selected bytes. */
export interface Reading {
  readonly type: string;
  /** Null when fewer bytes are selected or left than the type needs. */
  readonly little: string | null;
  readonly big: string | null;
  readonly bytes: number;
  readonly isAligned: boolean;
}

type Read = (view: DataView, littleEndian: boolean) => number | bigint;

const types: readonly [string, number, Read][] = [
  ['i8', 1, (view) => view.getInt8(0)],
  ['u8', 1, (view) => view.getUint8(0)],
  ['i16', 2, (view, little) => view.getInt16(0, little)],
  ['u16', 2, (view, little) => view.getUint16(0, little)],
  ['i32', 4, (view, little) => view.getInt32(0, little)],
  ['u32', 4, (view, little) => view.getUint32(0, little)],
  ['i64', 8, (view, little) => view.getBigInt64(0, little)],
  ['u64', 8, (view, little) => view.getBigUint64(0, little)],
  ['f32', 4, (view, little) => view.getFloat32(0, little)],
  ['f64', 8, (view, little) => view.getFloat64(0, little)],
];

/** The bytes at `address` read as every number type, in both byte orders. `bytes` starts there; up to 8 are used. */
export function inspect(address: number, bytes: Uint8Array): readonly Reading[] {
  const copy = bytes.slice(0, 8);
  const view = new DataView(copy.buffer);
  return types.map(([type, size, read]) => {
    const isThere = copy.length >= size;
    return {
      type,
      bytes: size,
      little: isThere ? String(read(view, true)) : null,
      big: isThere ? String(read(view, false)) : null,
      isAligned: address % size === 0,
    };
  });
}

/** What the first four bytes point at when they are an address, read as Wasm does. Null when there are fewer. */
export function pointerAt(bytes: Uint8Array): number | null {
  return bytes.length < 4 ? null : new DataView(bytes.slice(0, 4).buffer).getUint32(0, true);
}
