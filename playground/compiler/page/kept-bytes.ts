import { openDB } from 'idb';
import type { ByteStore } from '../header-keeper.ts';

/** A store that can also forget what an older version of the site left behind. */
export interface KeptBytes extends ByteStore {
  /** Removes every entry whose key `keep` refuses. */
  prune(keep: (key: string) => boolean): Promise<void>;
}

const name = 'pagewise-compiler';

/** The browser's place for large files: Cache Storage, else (plain http) IndexedDB. Its methods may reject. */
export function browserStore(): KeptBytes {
  return 'caches' in globalThis ? cacheStorage() : indexedDatabase();
}

function cacheStorage(): KeptBytes {
  const address = (key: string) => new URL(`/pagewise-compiler/${key}`, location.origin).href;
  return {
    async load(key) {
      const response = await (await caches.open(name)).match(address(key));
      return response ? new Uint8Array(await response.arrayBuffer()) : null;
    },
    async save(key, bytes) {
      const headers = { 'content-type': 'application/octet-stream' };
      await (await caches.open(name)).put(address(key), new Response(bytes as BodyInit, { headers }));
    },
    async prune(keep) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!keep(new URL(request.url).pathname.split('/').at(-1) ?? '')) await cache.delete(request);
      }
    },
  };
}

function indexedDatabase(): KeptBytes {
  const database = openDB(name, 1, { upgrade: (opened) => void opened.createObjectStore('files') });
  database.catch(() => {}); // each use rejects by itself
  return {
    async load(key) {
      const bytes: unknown = await (await database).get('files', key);
      return bytes instanceof Uint8Array ? bytes : null;
    },
    async save(key, bytes) {
      await (await database).put('files', bytes, key);
    },
    async prune(keep) {
      const opened = await database;
      for (const key of await opened.getAllKeys('files')) if (!keep(String(key))) await opened.delete('files', key);
    },
  };
}
