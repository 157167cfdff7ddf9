import { expect, it } from 'vitest';
import { isChanged, justProject } from './lab-files.ts';
import { initialState, type LabEvent, reduce } from './lab-state.ts';
import { playgroundProgram } from './playground-program.ts';

const start = initialState(playgroundProgram);
const after = (...events: readonly LabEvent[]) => events.reduce(reduce, start);
const names = ({ files, scripts }: typeof start) => [files.map(({ path }) => path), scripts.map(({ path }) => path)];
const twoScripts: LabEvent = { kind: 'added', path: 'view.js' };

it('puts a new file where its name says it belongs', () => {
  expect(names(after(twoScripts, { kind: 'added', path: 'list.h' }))).toEqual([
    ['main.cpp', 'list.h'],
    ['lab.js', 'view.js'],
  ]);
});

it('moves a file among its kind, and not past the ends', () => {
  const first: LabEvent = { kind: 'moved', path: 'view.js', by: -1 };
  expect(names(after(twoScripts, first))[1]).toEqual(['view.js', 'lab.js']);
  expect(names(after(twoScripts, first, first))[1]).toEqual(['view.js', 'lab.js']);
});

it('renames a file with its breakpoints; lines of the recorded run are no more its own', () => {
  const breakpoints = [{ kind: 'line', path: 'main.cpp', line: 3 }] as const;
  const state = after({ kind: 'breakpoints', breakpoints }, { kind: 'renamed', path: 'main.cpp', to: 'start.cpp' });
  expect(state.files[0]).toEqual({ path: 'start.cpp', text: playgroundProgram.files[0]?.text });
  expect(state.breakpoints).toEqual([{ kind: 'line', path: 'start.cpp', line: 3 }]);
  expect(state.editedSinceRun).toContain('main.cpp');
});

it('brings a removed file back to its place, with what was typed elsewhere meanwhile', () => {
  const typed: LabEvent = { kind: 'edited', path: 'main.cpp', text: 'typed' };
  const state = after(twoScripts, { kind: 'removed', path: 'lab.js' }, typed, { kind: 'undone' });
  expect(names(state)[1]).toEqual(['lab.js', 'view.js']);
  expect(state.files[0]?.text).toBe('typed');
  expect(state.aside).toBeNull();
});

it('resets one file alone; undoing that changes places', () => {
  const typed: LabEvent = { kind: 'edited', path: 'main.cpp', text: 'typed' };
  const [original] = playgroundProgram.files;
  const reset = after(
    typed,
    { kind: 'edited', path: 'lab.js', text: 'mine' },
    { kind: 'file-reset', file: original ?? { path: '', text: '' } },
  );
  expect([reset.files[0], reset.scripts[0]?.text]).toEqual([original, 'mine']);
  const back = reduce(reset, { kind: 'undone' });
  expect(back.files[0]?.text).toBe('typed');
  expect(reduce(back, { kind: 'undone' }).files[0]).toEqual(original);
});

it('loses nothing when everything is replaced and typing goes on', () => {
  const mine = after({ kind: 'edited', path: 'main.cpp', text: 'mine' });
  const replaced = reduce(mine, { kind: 'replaced', project: justProject(playgroundProgram), what: 'all files reset' });
  expect(isChanged(replaced, playgroundProgram)).toBe(false);
  const typed = reduce(replaced, { kind: 'edited', path: 'main.cpp', text: 'typed after' });
  const back = reduce(typed, { kind: 'undone' });
  expect(back.files[0]?.text).toBe('mine');
  expect(reduce(back, { kind: 'undone' }).files[0]?.text).toBe('typed after');
});
