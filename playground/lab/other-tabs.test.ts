import { expect, it } from 'vitest';
import { fileActions, type LabStorage } from './file-actions.ts';
import { initialState, type LabEvent, reduce } from './lab-state.ts';
import { ownWork } from './other-tabs.ts';
import { playgroundProgram as program } from './playground-program.ts';
import { breakpointsPath, othersPath, savedOf, withSaved } from './saved-lab.ts';

function createStorage(): LabStorage {
  let kept: Readonly<Record<string, string>> = {};
  return {
    read: () => kept,
    write(_program, path, text) {
      const { [path]: _before, ...others } = kept;
      kept = text === null ? others : { ...others, [path]: text };
    },
    replace(_program, files) {
      kept = files;
    },
  };
}

/** The program in one tab, as the lab opens it. */
function openTab(storage: LabStorage) {
  const latest = { current: withSaved(initialState(program), storage.read(program.id)) };
  const own = ownWork(storage.read(program.id));
  const dispatch = (event: LabEvent) => {
    latest.current = reduce(latest.current, event);
  };
  const actions = fileActions({ program, storage, latest, own, dispatch, onChanged: () => undefined });
  return {
    ...actions,
    type: (text: string) => actions.edit('main.cpp', text),
    text: () => latest.current.files[0]?.text,
    others: () => latest.current.others.map(({ files }) => files[0]?.text),
    state: () => latest.current,
  };
}

it('keeps what was typed in another tab, and brings it back after a reload; once more, and this is back', () => {
  const storage = createStorage();
  const [first, second] = [openTab(storage), openTab(storage)];
  first.type('from A');
  second.type('from B');
  expect(second.others()).toEqual(['from A']);
  const again = openTab(storage);
  expect([again.text(), again.others()]).toEqual(['from B', ['from A']]);
  again.takeOther();
  expect([again.text(), again.others()]).toEqual(['from A', ['from B']]);
  again.takeOther();
  expect(openTab(storage).text()).toBe('from B');
});

it('has one other version of two tabs, however often they take turns, and each of three', () => {
  const storage = createStorage();
  const [first, second, third] = [openTab(storage), openTab(storage), openTab(storage)];
  for (const text of ['1', '12', '123']) {
    first.type(`A${text}`);
    second.type(`B${text}`);
  }
  expect(second.others()).toEqual(['A123']);
  third.type('C');
  expect(openTab(storage).others()).toEqual(['B123', 'A123']);
});

it('keeps the version that was left for another, though the tab wrote it itself', () => {
  const storage = createStorage();
  const [first, second] = [openTab(storage), openTab(storage)];
  first.type('A1');
  second.type('B1');
  first.type('A2');
  second.type('B2');
  second.takeOther();
  expect([second.text(), second.others()]).toEqual(['A2', ['B2']]);
  first.type('A3');
  second.type('B3');
  expect(second.others()).toContain('A3');
  expect(second.others()).toContain('B2');
});

it('forgets nothing that was not shown', () => {
  const storage = createStorage();
  const [first, second] = [openTab(storage), openTab(storage)];
  first.type('A1');
  second.type('B1');
  first.type('A2');
  second.forgetOthers();
  expect(second.others()).toEqual(['A2']);
  second.forgetOthers();
  expect(openTab(storage).others()).toEqual([]);
});

it('keeps what another tab had put aside, and the own way back', () => {
  const storage = createStorage();
  const [first, second] = [openTab(storage), openTab(storage)];
  first.type('from A');
  first.resetFiles();
  second.type('from B');
  expect(second.others()).toEqual(['from A']);
  first.type('A anew');
  second.resetFiles();
  expect(second.others()).toEqual(['A anew', 'from A']);
  second.undo();
  expect(second.text()).toBe('from B');
});

it('counts settings as typed, and breakpoints not', () => {
  const storage = createStorage();
  const [first, second] = [openTab(storage), openTab(storage)];
  first.set({ input: '1 2 3' });
  second.type('from B');
  expect(second.state().others[0]?.input).toBe('1 2 3');
  const third = openTab(storage);
  storage.write(program.id, breakpointsPath, '[]');
  third.forgetOthers();
  third.type('from C');
  expect(openTab(storage).others()).toEqual([]);
});

it('finds nothing in one tab alone, nor where two have the same', () => {
  const storage = createStorage();
  const [first, second] = [openTab(storage), openTab(storage)];
  first.type('same');
  first.addFile('list.h');
  first.removeFile('list.h');
  first.undo();
  first.resetFiles();
  expect(first.others()).toEqual([]);
  first.undo();
  first.removeFile('list.h');
  second.type('other');
  second.forgetOthers();
  expect(savedOf(second.state(), program)[othersPath]).toBeUndefined();
});

it.each(['', '{}', '[{"files":[]}]'])('has no other versions where what was kept of them is damaged: %s', (text) => {
  expect(withSaved(initialState(program), { [othersPath]: text }).others).toEqual([]);
});

it('keeps what it shows before that is read elsewhere on the page, and what another tab had beside it', () => {
  const storage = createStorage();
  const [stale, other] = [openTab(storage), openTab(storage)];
  stale.type('from A');
  stale.keep();
  expect(storage.read(program.id)).not.toHaveProperty(othersPath);
  other.type('from B');
  stale.keep();
  expect(storage.read(program.id)['main.cpp']).toBe('from A');
  expect(stale.others()).toEqual(['from B']);
});
