import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allFiles } from '../files/project.ts';
import { isScript } from '../lesson/file-names.ts';
import { justProject } from './lab-files.ts';
import { initialState, type LabEvent, reduce } from './lab-state.ts';
import { playgroundProgram } from './playground-program.ts';
import { asidePath, pixelsPath, savedOf, valuesPath, withSaved } from './saved-lab.ts';

const start = initialState(playgroundProgram);

it('brings back edited files, files that were added, settings and input', () => {
  const values = {
    settings: { ...start.settings, optimisation: 'O2' },
    input: '1 2',
    inputEnds: false,
    argumentLine: 'a',
    buffer: 'resizable',
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
  '{"buffer":"elastic"}',
  '{"settings":{"allocator":"../x","standard":"--help"}}',
  '{',
])('takes nothing from settings that are damaged: %s', (text) => {
  expect(withSaved(start, { [valuesPath]: text })).toEqual(start);
});

it('leaves out a file whose name no file can have', () => {
  expect(withSaved(start, { '../x.h': '', 'lab.js': 'mine' })).toMatchObject({
    files: playgroundProgram.files,
    scripts: [{ text: 'mine' }],
  });
});

it('brings back all that was done to the files, whatever it was', () => {
  const path = fc.constantFrom('main.cpp', 'lab.js', 'list.h', 'view.js', 'b.c');
  const done: fc.Arbitrary<LabEvent> = fc.oneof(
    fc.record({ kind: fc.constant('edited' as const), path, text: fc.string() }),
    fc.record({ kind: fc.constant('added' as const), path }),
    fc.record({ kind: fc.constant('removed' as const), path }),
    fc.record({ kind: fc.constant('renamed' as const), path, to: path }),
    fc.record({ kind: fc.constant('moved' as const), path, by: fc.constantFrom(-1 as const, 1 as const) }),
    fc.record({
      kind: fc.constant('replaced' as const),
      project: fc.constant(justProject(playgroundProgram)),
      what: fc.string(),
    }),
    fc.constant({ kind: 'undone' as const }),
  );
  const isPossible = (event: LabEvent, taken: readonly string[]): boolean => {
    if (event.kind === 'added') return !taken.includes(event.path);
    return event.kind !== 'renamed' || (!taken.includes(event.to) && isScript(event.to) === isScript(event.path));
  };
  fc.assert(
    fc.property(fc.array(done, { maxLength: 12 }), (events) => {
      let state = start;
      for (const event of events) {
        if (
          isPossible(
            event,
            allFiles(state).map((file) => file.path),
          )
        )
          state = reduce(state, event);
      }
      const again = withSaved(start, savedOf(state, playgroundProgram));
      const { files, scripts, aside } = state;
      expect({ files: again.files, scripts: again.scripts, aside: again.aside }).toEqual({ files, scripts, aside });
    }),
  );
});

it.each(['', '{}', '{"kind":"file"}', '{"kind":"project","what":"x","project":{"files":[]}}'])(
  'has no way back where what was put aside is damaged: %s',
  (text) => {
    expect(withSaved(start, { [asidePath]: text })).toEqual(start);
  },
);

it('brings back what the pixels panel showed, and that it was to guess though the author chose', () => {
  const given = { ...playgroundProgram, pixels: 'picture, 4x4, rgba8' };
  const first = initialState(given);
  expect(first.pixels).toMatchObject({ start: 'picture', width: 4 });
  expect(savedOf(first, given)).toEqual({});
  const pixels = { start: 'block 1', width: 8, height: 2, stride: 9, format: 'grey8' } as const;
  for (const chosen of [pixels, null]) {
    const saved = savedOf(reduce(first, { kind: 'pixels', pixels: chosen }), given);
    expect(withSaved(first, saved).pixels).toEqual(chosen);
  }
  expect(withSaved(first, { [pixelsPath]: 'damaged' }).pixels).toBeNull();
});

it('begins with the stops of the author, and keeps what becomes of them, none among it', () => {
  const line = { kind: 'line', path: 'main.cpp', line: 3 } as const;
  const given = { ...playgroundProgram, breakpoints: [line, { kind: 'growth' } as const] };
  const first = initialState(given);
  expect(first.breakpoints).toEqual(given.breakpoints);
  expect(savedOf(first, given)).toEqual({});
  for (const breakpoints of [[line], []]) {
    const saved = savedOf(reduce(first, { kind: 'breakpoints', breakpoints }), given);
    expect(withSaved(first, saved).breakpoints).toEqual(breakpoints);
  }
});
