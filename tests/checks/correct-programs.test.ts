import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMistakes, inShort } from './find-mistakes.ts';

const folders = ['correct/', '../examples/'].map((path) => new URL(path, import.meta.url));
const programs = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((path) => /\.(c|cpp)$/.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') })),
);
const ways = [
  { optimisation: 'O0', allocator: 'dlmalloc' },
  { optimisation: 'O0', allocator: 'mimalloc' },
  { optimisation: 'O2', allocator: 'emmalloc' },
] as const;

describe.each(ways)('a correct program at -$optimisation with $allocator', (settings) => {
  it.each(programs)('has no findings: $path', async ({ path, text }) => {
    // Where mimalloc has no room, its `new` calls abort.
    const aborts = settings.allocator === 'mimalloc' && path === 'new-fails.cpp';
    const found = (await findMistakes([{ path, text }], { settings })).map(inShort);
    expect(found).toEqual(aborts ? ['crash at line 12'] : []);
  });
});
