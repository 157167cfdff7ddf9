import { describe } from 'vitest';
import { corpus } from './corpus.ts';
import { expectExact } from './expect-exact.ts';

describe('a replay has every byte of the real memory, at any step', () => {
  // Every second one: without optimisation all of them are run.
  for (const [index, program] of corpus('O2').entries()) if (index % 2 === 0) expectExact(program);
});
