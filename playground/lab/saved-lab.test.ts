import { expect, it } from 'vitest';
import { initialState } from './lab-state.ts';
import { playgroundProgram } from './playground-program.ts';
import { valuesPath, withSaved } from './saved-lab.ts';

const start = initialState(playgroundProgram);

it('brings back edited files, files that were added, settings and input', () => {
  const values = {
    settings: { ...start.settings, optimisation: 'O2' },
    input: '1 2',
    inputEnds: false,
    argumentLine: 'a',
  };
  const saved = { 'main.cpp': 'mine', 'list.h': '#pragma once', [valuesPath]: JSON.stringify(values) };
  const state = withSaved(start, saved);
  expect(state.files).toEqual([
    { path: 'main.cpp', text: 'mine' },
    { path: 'list.h', text: '#pragma once' },
  ]);
  expect(state).toMatchObject(values);
});

it.each([
  '',
  'null',
  '[]',
  '{"input":5,"settings":{"stackSize":"many"}}',
  '{"settings":null}',
  '{"settings":{"allocator":"../x","standard":"--help"}}',
  '{',
])('takes nothing from settings that are damaged: %s', (text) => {
  expect(withSaved(start, { [valuesPath]: text })).toEqual(start);
});

it('leaves out a file whose name no file can have', () => {
  expect(withSaved(start, { '../x.h': '', 'lab.js': 'mine' })).toMatchObject({
    files: playgroundProgram.files,
    javascript: { text: 'mine' },
  });
});
