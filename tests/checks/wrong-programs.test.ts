import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMistakes, inShort } from './find-mistakes.ts';

/** A heap that this breaks gives two blocks the same bytes. */
const brokenHeap = (rest: string) => `#include <stdlib.h>
static char *kept, *guard;
int main(void) {
  char *first = malloc(40);
  guard = malloc(40);
  free(first);
  free(first);
  char *second = malloc(40);
  char *third = malloc(40);
  if (second != third) return 1;
  ${rest}
  return 0;
}`;

const folder = new URL('wrong/', import.meta.url);

describe('a program that is wrong in one way', () => {
  it.each(readdirSync(folder))('has just this finding: %s', async (path) => {
    const text = readFileSync(new URL(path, folder), 'utf8');
    const expected = /^\/\/ expect: (.+)$/m.exec(text)?.[1];
    expect((await findMistakes([{ path, text }])).map(inShort)).toEqual(expected?.split('; '));
  });

  it.each(['kept = third;', 'free(second);', 'free(third);'])(
    'has no leak of one of two blocks that are the same bytes: %s',
    async (rest) => {
      const settings = { allocator: 'emmalloc' } as const;
      const found = await findMistakes([{ path: 'broken.c', text: brokenHeap(rest) }], { settings });
      expect(found.map(inShort)).toEqual(['double-free at line 7, freed at line 6']);
    },
  );
});
