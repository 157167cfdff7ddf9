import { expect, it } from 'vitest';
import type { Keep } from '../build/keep.ts';
import { askAgain, type Dictionary } from './dictionary.ts';

it('a dictionary is asked once about the same words, and again about others', async () => {
  const kept = new Map<string, unknown>();
  const keep: Keep = async (of, make) => {
    const key = JSON.stringify(of);
    if (!kept.has(key)) kept.set(key, await make());
    return kept.get(key) as never;
  };
  const asked: string[] = [];
  const dictionary: Dictionary = {
    terms: [],
    knows: (word) => asked.push(word) > 0 && word !== 'bite',
    suggest: () => ['byte'],
  };
  const check = (...words: readonly string[]) =>
    askAgain(keep, words, dictionary, ({ knows, suggest }) => words.map((word) => knows(word) || suggest(word)[0]));
  expect(await check('a', 'bite')).toEqual([true, 'byte']);
  expect(await check('bite', 'a')).toEqual(['byte', true]);
  expect(asked).toEqual(['a', 'bite']);
  expect(await check('a', 'byte')).toEqual([true, true]);
  expect(asked).toEqual(['a', 'bite', 'a', 'byte']);
});
