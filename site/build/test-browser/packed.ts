const arrays = { Uint8Array, Uint32Array };

/** What stands in JSON for what JSON has not. */
interface Stand {
  /** An array's name, and where its bytes begin after the text. */
  readonly array?: readonly [name: keyof typeof arrays, offset: number, bytes: number];
  readonly bigint?: string;
  readonly number?: string;
}

/**
 * Plain data as bytes, for whoever posts it: the length of its JSON, the JSON, and the bytes of its arrays, which may be
 * `Uint8Array` and `Uint32Array`.
 */
export function pack(data: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const text = JSON.stringify(data, (_key, value: unknown): unknown => {
    if (typeof value === 'bigint') return { bigint: String(value) } satisfies Stand;
    if (typeof value === 'number' && !(Number.isFinite(value) && !Object.is(value, -0)))
      return { number: Object.is(value, -0) ? '-0' : String(value) } satisfies Stand;
    if (!(value instanceof Uint8Array || value instanceof Uint32Array)) return value;
    const { buffer, byteOffset, byteLength } = value;
    const name = value instanceof Uint8Array ? 'Uint8Array' : 'Uint32Array';
    const offset = length;
    parts.push(new Uint8Array(buffer, byteOffset, byteLength));
    length += byteLength;
    return { array: [name, offset, byteLength] } satisfies Stand;
  });
  const json = new TextEncoder().encode(text);
  const bytes = new Uint8Array(4 + json.length + length);
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  let end = 4 + json.length;
  for (const part of parts) {
    bytes.set(part, end);
    end += part.length;
  }
  return bytes;
}

/** What {@link pack} was given; each array has a buffer of its own. Throws where it is something else. */
export function unpack(bytes: Uint8Array): unknown {
  const start = 4 + new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(4, start));
  return JSON.parse(text, (_key, value: unknown): unknown => {
    if (!(value instanceof Object)) return value;
    const { array, bigint, number } = value as Stand;
    if (typeof bigint === 'string') return BigInt(bigint);
    if (typeof number === 'string') return Number(number);
    if (!Array.isArray(array)) return value;
    const [name, offset, length] = array;
    const from = start + offset;
    const own = bytes.slice(from, from + length);
    if (own.length !== length) throw new RangeError(`${length} bytes were sent, ${own.length} came`);
    return new arrays[name as keyof typeof arrays](own.buffer);
  });
}
