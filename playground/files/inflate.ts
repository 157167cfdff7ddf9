import { Inflate } from 'fflate';

/** Bytes taken at a time: they inflate to 4 MB at most, so that a bomb is noticed soon. */
const portion = 4096;

/** Inflates raw DEFLATE data of at most `most` bytes; null when it is damaged or larger. */
export function inflateWithin(data: Uint8Array, most: number): Uint8Array | null {
  const inflated = new Uint8Array(most);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length <= most) inflated.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at === 0 || at < data.length; at += portion) {
      stream.push(data.subarray(at, at + portion), at + portion >= data.length);
      if (length > most) return null;
    }
  } catch {
    return null;
  }
  return inflated.subarray(0, length);
}
