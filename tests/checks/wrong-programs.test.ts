import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findMistakes, inShort } from './find-mistakes.ts';

const folder = new URL('wrong/', import.meta.url);

describe('a program that is wrong in one way', () => {
  it.each(readdirSync(folder))('has just this finding: %s', async (path) => {
    const text = readFileSync(new URL(path, folder), 'utf8');
    const expected = /^\/\/ expect: (.+)$/m.exec(text)?.[1];
    expect((await findMistakes([{ path, text }])).map(inShort)).toEqual(expected?.split('; '));
  });
});
