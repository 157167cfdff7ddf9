import { describe } from 'vitest';
import { corpus } from './corpus.ts';
import { expectExact } from './expect-exact.ts';

describe('a replay has every byte of the real memory, at any step', () => {
  for (const program of corpus('O2')) expectExact(program);
});
