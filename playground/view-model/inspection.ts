import { numberTypes } from '../trace/number-types.ts';

/** One reading of the selected bytes. */
export interface Reading {
  readonly type: string;
  /** Null when fewer bytes are selected or left than the type needs. */
  readonly little: string | null;
  readonly big: string | null;
  readonly bytes: number;
  readonly isAligned: boolean;
}

/** The bytes at `address` read as every number type, in both byte orders. `bytes` starts there; up to 8 are used. */
export function inspect(address: number, bytes: Uint8Array): readonly Reading[] {
  const copy = bytes.slice(0, 8);
  const view = new DataView(copy.buffer);
  return Object.entries(numberTypes).map(([type, { bytes: size, read }]) => {
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
