import { expect, it } from 'vitest';
import { arrangementPath, editsOf, withEdits } from './edited-files.ts';

const own = { files: [{ path: 'main.c', text: 'a' }], scripts: [] };

it('takes edited texts, added files, and a script where the program has none', () => {
  expect(withEdits(own, {})).toEqual(own);
  expect(withEdits(own, { 'main.c': 'b', 'list.h': 'c', 'lab.js': 'd' })).toEqual({
    files: [
      { path: 'main.c', text: 'b' },
      { path: 'list.h', text: 'c' },
    ],
    scripts: [{ path: 'lab.js', text: 'd' }],
  });
});

it('leaves out what no file can be called', () => {
  expect(withEdits(own, { '.settings': '{}', '../x.h': '', constructor: '' })).toEqual(own);
});

const program = { files: own.files, scripts: [{ path: 'lab.js', text: 'j' }] };

it('brings back files that were renamed, removed and put in another order', () => {
  const current = {
    files: [
      { path: 'list.h', text: 'h' },
      { path: 'start.c', text: 'a' },
    ],
    scripts: [
      { path: 'view.js', text: 'v' },
      { path: 'lab.js', text: 'j' },
    ],
  };
  const edits = editsOf(program, current);
  expect(edits).not.toHaveProperty(['lab.js']);
  expect(withEdits(program, edits)).toEqual(current);
});

it('keeps nothing of a program that is as its author wrote it', () => {
  expect(editsOf(program, program)).toEqual({});
});

it('shows a file that its author added after the order was kept', () => {
  const edits = editsOf(program, { files: [{ path: 'b.c', text: '' }, ...program.files], scripts: [] });
  const later = { ...program, files: [...program.files, { path: 'new.h', text: 'n' }] };
  expect(withEdits(later, edits).files.map(({ path }) => path)).toEqual(['b.c', 'main.c', 'new.h']);
});

it.each(['', '[]', '{"order":5,"removed":[null]}', '{'])(
  'takes nothing from an arrangement that is damaged: %s',
  (text) => {
    expect(withEdits(own, { [arrangementPath]: text })).toEqual(own);
  },
);
