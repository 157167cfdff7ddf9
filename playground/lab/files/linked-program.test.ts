import { expect, it } from 'vitest';
import type { SharedProgram } from '../../files/share-link.ts';
import type { LabStorage } from '../file-actions.ts';
import { justProject } from '../lab-files.ts';
import { initialState, reduce } from '../lab-state.ts';
import { playgroundProgram } from '../playground-program.ts';
import { savedOf, withSaved } from '../saved-lab.ts';
import { keepLinked, linkedProgram, sharedProgram } from './linked-program.ts';

const page = { ...playgroundProgram, prebuilt: 'playground.wasm' };
const shared: SharedProgram = {
  program: page.id,
  project: {
    ...justProject(page),
    files: [{ path: 'theirs.c', text: 'int main(void) { return 1; }' }],
    argumentLine: 'a "b c"',
  },
  step: 3,
  panels: ['heap', 'nothing of ours', 'bytes'],
};

function storageOf(kept: Record<string, Readonly<Record<string, string>>>): LabStorage {
  return {
    read: (program) => kept[program] ?? {},
    write: () => undefined,
    replace(program, files) {
      kept[program] = files;
    },
  };
}

it('stands beside the page’s program under a name of its own, with nothing that would run by itself', () => {
  const linked = linkedProgram(page, shared);
  expect(linked).toMatchObject({ ...shared.project, prebuilt: null, panels: ['heap', 'bytes'] });
  expect(linked.id).not.toBe(page.id);
  expect(linkedProgram(page, { ...shared, step: null }).id).toBe(linked.id);
  expect(linkedProgram(page, { ...shared, project: justProject(page) }).id).not.toBe(linked.id);
});

it('shows the pixels that the link’s maker looked at, and no others', () => {
  const given = { ...page, pixels: 'picture, 4x4, rgba8' };
  const looked = initialState(linkedProgram(given, { ...shared, pixels: 'block 1, 8x2, grey8, stride 9' })).pixels;
  expect(looked).toEqual({ start: 'block 1', width: 8, height: 2, stride: 9, format: 'grey8' });
  expect(initialState(linkedProgram(given, shared)).pixels).toBeNull();
  expect(sharedProgram(initialState(given), given, []).pixels).toBe('picture, 4x4, rgba8');
});

it('shares the page’s program again, as it was changed', () => {
  const linked = linkedProgram(page, shared);
  const state = reduce(initialState(linked), { kind: 'edited', path: 'theirs.c', text: 'changed' });
  expect(sharedProgram(state, linked, ['heap'])).toMatchObject({
    program: page.id,
    project: { files: [{ path: 'theirs.c', text: 'changed' }], argumentLine: 'a "b c"' },
    step: null,
    panels: ['heap'],
  });
});

it('keeps it in place of the learner’s own, which can be brought back', () => {
  const linked = linkedProgram(page, shared);
  const mine = reduce(initialState(page), { kind: 'edited', path: 'main.cpp', text: 'mine' });
  const theirs = reduce(initialState(linked), { kind: 'edited', path: 'theirs.c', text: 'changed here' });
  const kept = { [page.id]: savedOf(mine, page), [linked.id]: savedOf(theirs, linked) };
  keepLinked(page, linked, storageOf(kept));
  const after = withSaved(initialState(page), kept[page.id] ?? {});
  expect(after.files).toEqual([{ path: 'theirs.c', text: 'changed here' }]);
  expect(reduce(after, { kind: 'undone' }).files).toEqual([{ path: 'main.cpp', text: 'mine' }]);
});
