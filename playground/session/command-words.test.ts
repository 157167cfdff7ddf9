import { expect, it } from 'vitest';
import { readCommand } from './command-words.ts';

it('takes NAME=value at the beginning for the environment, as a shell does', () => {
  expect(readCommand(['LANG=de', 'EMPTY=', 'PATH=/a b=c', 'width=4', 'LATE=1'])).toEqual({
    environment: { LANG: 'de', EMPTY: '', PATH: '/a b=c' },
    arguments: ['width=4', 'LATE=1'],
  });
  expect(readCommand(['A_1=x'])).toEqual({ environment: { A_1: 'x' }, arguments: [] });
  expect(readCommand([])).toEqual({ environment: {}, arguments: [] });
});
