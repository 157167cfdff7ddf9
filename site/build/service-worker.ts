import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Kept by the compiler itself, fetched on first need, or never asked for by a page. */
const notAhead = /^(compiler\/|service-worker\.js$|404\.html$|\.vite\/)|\.map$|\.woff2?$|\.ttf$/;

/** What a first visit fetches at most ahead of need, each file. Monaco is larger and is kept when it is first used. */
const largestAhead = 1024 * 1024;

/** Completes `service-worker.js` with the list of files that a visitor needs offline. */
export function writeServiceWorker(folder: string): void {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const listed = files
    .map((path) => ({ name: relative(folder, path).split(sep).join('/'), bytes: readFileSync(path) }))
    .filter(({ name, bytes }) => !notAhead.test(name) && bytes.length <= largestAhead)
    .sort((a, b) => a.name.localeCompare(b.name));
  const version = createHash('sha256');
  for (const { name, bytes } of listed) version.update(name).update(bytes);
  const addresses = listed.map(({ name }) => name.replace(/(^|\/)index\.html$/, '$1'));
  const path = join(folder, 'service-worker.js');
  const source = readFileSync(path, 'utf8');
  const filled = source
    .replace("'__version__'", JSON.stringify(version.digest('hex').slice(0, 12)))
    .replace('/* __files__ */', addresses.map((address) => JSON.stringify(address)).join(', '));
  if (filled === source) throw new Error('service-worker.js has no place for its files');
  writeFileSync(path, filled);
}
