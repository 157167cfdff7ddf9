import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { root } from './root.mjs';

const stamps = join(root, 'build', '.stamps');

/**
 * Does `work` unless its inputs are as they were when it last succeeded and its outputs exist. Inputs are files or
 * folders, relative to the root, and `also`: any words that decide the result, such as a version. Returns whether it worked.
 */
export async function once(name, { inputs, outputs = [], also = [] }, work) {
  const key = hashOf(inputs, also);
  const stamp = join(stamps, name);
  const isDone = existsSync(stamp) && readFileSync(stamp, 'utf8') === key;
  if (isDone && outputs.every((path) => existsSync(join(root, path)))) return false;
  // An interrupted work leaves half its outputs: they must not pass for those of the time before.
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, key);
  return true;
}

function hashOf(inputs, also) {
  const hash = createHash('sha256').update(JSON.stringify(also));
  for (const input of inputs)
    for (const path of files(resolve(root, input))) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

function files(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name !== 'node_modules' && name !== '__pycache__');
  return names.sort().flatMap((name) => files(join(path, name)));
}
