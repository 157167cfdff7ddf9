import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

/**
 * Brotli at its best: the compiler takes some three minutes, so the result is kept in `cacheFolder` and a second call
 * only reads it. Wants about 1 GB of memory.
 */
export async function compressKept(bytes: Uint8Array, cacheFolder: string): Promise<Uint8Array> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const path = join(cacheFolder, `${hash}.br`);
  if (existsSync(path)) return readFileSync(path);
  const encoded = await promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, encoded);
  renameSync(`${path}.${process.pid}`, path);
  return encoded;
}
