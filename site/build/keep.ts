import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/**
 * Makes a result, or takes the one that was made of the same. `of` is all that decides it, as JSON; a result is plain
 * data, maps, sets and bytes. Where `lasts` refuses it, or `make` rejects, nothing is kept.
 */
export type Keep = <Result>(
  of: unknown,
  make: () => Promise<Result>,
  lasts?: (result: Result) => boolean,
) => Promise<Result>;

const digestBytes = 32;

/**
 * Keeps results as files of a folder. `fingerprint` names the code that makes them; it is asked for once, when it is needed. A file
 * begins with a digest of its key and its contents: what is damaged, cut short or another's is made anew. `isPacked` compresses them: for bytes that are mostly zero.
 */
export function createKeep(folder: string, fingerprint: () => string, isPacked = false): Keep {
  let maker: string | null = null;
  const made = new Map<string, Promise<unknown>>();
  return async (of, make, lasts = () => true) => {
    maker ??= fingerprint();
    const key = createHash('sha256').update(maker).update(JSON.stringify(of)).digest('hex');
    const path = join(folder, key);
    // Whoever asks while it is made reads what was kept then.
    while (made.has(key)) await made.get(key);
    const kept = existsSync(path) ? contentsOf(readFileSync(path), key) : null;
    if (kept) {
      utimesSync(path, new Date(), new Date());
      return deserialize(isPacked ? inflateRawSync(kept) : kept);
    }
    const making = make().then((result) => {
      if (lasts(result))
        write(path, key, isPacked ? deflateRawSync(serialize(result), { level: 1 }) : serialize(result));
      return result;
    });
    const over = () => void made.delete(key);
    made.set(key, making.then(over, over));
    return making;
  };
}

/** Renamed when it is whole: others may read it meanwhile. */
function write(path: string, key: string, contents: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.${process.pid}`, Buffer.concat([digestOf(contents, key), contents]));
  renameSync(`${path}.${process.pid}`, path);
}

/** Removes what nobody made or took for 30 days from a folder of kept results. */
export function removeUnused(folder: string): void {
  const oldest = Date.now() - 30 * 86_400_000;
  for (const name of existsSync(folder) ? readdirSync(folder) : []) {
    const path = join(folder, name);
    if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? oldest) < oldest) rmSync(path, { force: true });
  }
}

const digestOf = (contents: Uint8Array, key: string): Buffer =>
  createHash('sha256').update(key).update(contents).digest();

function contentsOf(file: Buffer, key: string): Buffer | null {
  const contents = file.subarray(digestBytes);
  return digestOf(contents, key).equals(file.subarray(0, digestBytes)) ? contents : null;
}
