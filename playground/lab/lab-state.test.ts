import { expect, it } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { isEdited } from './lab-files.ts';
import { emptyJavaScript, type LabProgram } from './lab-program.ts';
import { initialState, reduce, shownFiles, splitArguments } from './lab-state.ts';

const program: LabProgram = {
  id: 'p',
  title: 'P',
  files: [{ path: 'main.cpp', text: 'int main() {}' }],
  scripts: [emptyJavaScript],
  settings: defaultSettings,
  input: '',
  inputEnds: false,
  argumentLine: 'a',
  buffer: 'fixed-length',
  calls: [],
  prebuilt: 'p.wasm',
  panels: [],
  select: null,
};
const start = initialState(program);

it('knows whether what is compiled was edited; JavaScript is not compiled', () => {
  expect(isEdited(start, program)).toBe(false);
  expect(isEdited(reduce(start, { kind: 'edited', path: 'main.cpp', text: 'int main() { }' }), program)).toBe(true);
  expect(isEdited(reduce(start, { kind: 'edited', path: 'lab.js', text: '' }), program)).toBe(false);
});

it('joins output that came in pieces, and tells how the run ended', () => {
  let state = reduce(start, { kind: 'printed', line: { stream: 'stdout', text: 'a' } });
  state = reduce(state, { kind: 'printed', line: { stream: 'stdout', text: 'b' } });
  const outcome = { status: 'finished', exitCode: 3, result: null } as const;
  state = reduce(state, { kind: 'ended', what: 'main', outcome });
  expect(state.lines).toEqual([
    { stream: 'stdout', text: 'ab' },
    { stream: 'note', text: 'main ended with exit code 3.' },
  ]);
});

it('keeps the memory that was seen last when a run is stopped', () => {
  const memory = { step: 7 } as never;
  let state = reduce(reduce(start, { kind: 'opened', functions: [] }), { kind: 'reported', memory });
  state = reduce(state, { kind: 'ended', what: 'main', outcome: { status: 'stopped', by: 'learner' } });
  expect(state.memory).toBe(memory);
  expect(state.isLive).toBe(false);
});

it('keeps what was typed while a module runs in its place', () => {
  const typed = reduce(start, { kind: 'edited', path: 'lab.js', text: 'typed' });
  const javascript = { path: 'lab.js', text: '' };
  const module = { name: 'm.wasm', wasm: new Uint8Array(), sources: [{ path: 'm.c', text: 'int m;' }], javascript };
  let state = reduce(typed, { kind: 'module-opened', module });
  expect(shownFiles(state)).toMatchObject({ files: module.sources, scripts: [{ text: '' }] });
  state = reduce(state, { kind: 'edited', path: 'lab.js', text: 'of the module' });
  state = reduce(state, { kind: 'edited', path: 'm.c', text: 'changed' });
  expect(shownFiles(state)).toMatchObject({ files: module.sources, scripts: [{ text: 'of the module' }] });
  state = reduce(state, { kind: 'module-closed', breakpoints: [] });
  expect(shownFiles(state)).toMatchObject({ files: program.files, scripts: [{ text: 'typed' }] });
});

it('splits arguments at spaces that are not quoted', () => {
  expect(splitArguments('a "b c" \'d\'  e')).toEqual(['a', 'b c', 'd', 'e']);
  expect(splitArguments('NAME="b c" "" don\'t')).toEqual(['NAME=b c', '', "don't"]);
});
