import { expect, it } from 'vitest';
import { withEdits } from './edited-files.ts';

const own = { files: [{ path: 'main.c', text: 'a' }], javascript: null };

it('takes edited texts, added files, and a script where the program has none', () => {
  expect(withEdits(own, {})).toEqual(own);
  expect(withEdits(own, { 'main.c': 'b', 'list.h': 'c', 'lab.js': 'd' })).toEqual({
    files: [
      { path: 'main.c', text: 'b' },
      { path: 'list.h', text: 'c' },
    ],
    javascript: { path: 'lab.js', text: 'd' },
  });
});

it('leaves out what no file can be called', () => {
  expect(withEdits(own, { '.settings': '{}', '../x.h': '', constructor: '' })).toEqual(own);
});
