import type { CompilerAsset } from './asset-manifest.ts';
import { chunksOf, decode } from './decode.ts';

/** The compiler could not be fetched; the message is for the learner. A later attempt may succeed. */
export class CompilerUnavailable extends Error {
  override readonly name = 'CompilerUnavailable';
}

/**
 * Fetches and decodes a part of the compiler and checks it against its size and hash. One that arrives damaged or
 * cut off is fetched once more, past the browser's cache. `onReceived` is told the bytes over the wire so far; it may
 * fall back to 0. Rejects with CompilerUnavailable.
 */
export async function fetchAsset(
  asset: CompilerAsset,
  folder: URL,
  onReceived: (bytes: number) => void,
): Promise<Uint8Array> {
  const first = await attempt(asset, folder, 'default', onReceived);
  if (typeof first !== 'string') return first;
  onReceived(0);
  const second = await attempt(asset, folder, 'reload', onReceived);
  if (typeof second !== 'string') return second;
  throw new CompilerUnavailable(`The compiler could not be fetched: ${second}. Look at the connection and try again.`);
}

/** The bytes, or in words what went wrong. */
async function attempt(
  asset: CompilerAsset,
  folder: URL,
  cache: RequestCache,
  onReceived: (bytes: number) => void,
): Promise<Uint8Array | string> {
  let response: Response;
  try {
    response = await fetch(new URL(asset.url, folder), { cache });
  } catch {
    return 'the server did not answer';
  }
  if (!response.ok || !response.body) return `the server answered ${response.status} for ${asset.url}`;
  const bytes = new Uint8Array(asset.bytes);
  let length = 0;
  try {
    for await (const chunk of decode(counted(response.body, onReceived), asset.encoding)) {
      if (length + chunk.length > bytes.length) return `${asset.url} is longer than its ${asset.bytes} bytes`;
      bytes.set(chunk, length);
      length += chunk.length;
    }
  } catch {
    return `${asset.url} was cut off or damaged on the way`;
  }
  if (length < bytes.length) return `${asset.url} was cut off after ${length} of ${asset.bytes} bytes`;
  return (await hasHash(bytes, asset.sha256)) ? bytes : `${asset.url} was damaged on the way`;
}

async function* counted(
  body: ReadableStream<Uint8Array>,
  onReceived: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  for await (const chunk of chunksOf(body)) {
    received += chunk.length;
    onReceived(received);
    yield chunk;
  }
}

/** True as well where the page has no `crypto.subtle`, which browsers keep from plain http: the size was checked. */
async function hasHash(bytes: Uint8Array, sha256: string): Promise<boolean> {
  if (!globalThis.crypto?.subtle) return true;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('') === sha256;
}
