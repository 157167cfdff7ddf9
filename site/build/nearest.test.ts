import { expect, it } from 'vitest';
import { suggest } from './nearest.ts';

it('names what is near, else all there are, unless they are too many to read', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word-${index}`);
  expect(suggest('blok', ['block', 'page'])).toBe('write `block`');
  expect(suggest('shelf', ['block', 'page'])).toBe('write one of `block`, `page`');
  expect(suggest('shelf', words(41))).toBe('none of the 41 that there are is near');
  expect(suggest('c++21', ['c++11', 'c++17', 'c++20', 'c++23'])).toBe('write `c++20` or `c++23`');
  expect(suggest('word-4x', words(41))).toMatch(/^write `word-4/);
});
