import type { Encoding } from './asset-manifest.ts';

/** Decodes a body chunk by chunk as it arrives. Rejects when the bytes are not of that encoding. */
export async function* decode(body: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<Uint8Array> {
  switch (encoding) {
    case 'identity':
      yield* body;
      return;
    case 'gzip':
      yield* chunksOf(streamOf(body).pipeThrough(new DecompressionStream('gzip')));
      return;
    case 'brotli':
      yield* decodeBrotli(body);
      return;
    default:
      encoding satisfies never;
  }
}

/** No browser's DecompressionStream knows brotli yet, so its decoder, 0.2 MB, is fetched along. */
async function* decodeBrotli(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { BrotliDecStream, BrotliStreamResultCode } = await brotli();
  using decoder = new BrotliDecStream();
  for await (const chunk of body) {
    for (let rest = chunk; ; ) {
      const { buf, code, input_offset } = decoder.dec(rest, outputSize);
      if (buf.length > 0) yield buf;
      rest = rest.subarray(input_offset);
      if (code !== BrotliStreamResultCode.NeedsMoreOutput) break;
    }
  }
}

const outputSize = 4 << 20;

async function brotli() {
  const [decoder, { default: address }] = await Promise.all([
    import('brotli-dec-wasm/web'),
    import('brotli-dec-wasm/web/bg.wasm?url'),
  ]);
  // As bytes, not as a response: a server may give `.wasm` a wrong MIME type.
  const response = await fetch(address);
  decoder.initSync({ module: await response.arrayBuffer() });
  return decoder;
}

/** The chunks of a stream; not every browser can iterate one. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

function streamOf(chunks: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
}
