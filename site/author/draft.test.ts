import { describe, expect, it } from 'vitest';
import {
  type Draft,
  type DraftEvent,
  draftNameProblem,
  folderNameProblem,
  isTextName,
  placeOf,
  reduceDraft,
} from './draft.ts';

const start: Draft = {
  name: '01-heap',
  files: [
    { path: 'lesson.md', text: 'text' },
    { path: 'main.cpp', text: 'code' },
  ],
  aside: null,
  others: [],
};

describe('a draft', () => {
  const takeAway: readonly DraftEvent[] = [
    { kind: 'removed', path: 'main.cpp' },
    { kind: 'replaced', folder: { name: '02-new', files: [{ path: 'lesson.md', text: '' }] }, what: 'opened' },
    { kind: 'added', file: { path: 'main.cpp', text: 'other' } },
  ];
  it.each(takeAway)('that lost something has it again after undo, and not after one more: $kind', (event) => {
    const changed = reduceDraft(start, event);
    expect(changed.files).not.toEqual(start.files);
    const undone = reduceDraft(changed, { kind: 'undone' });
    expect(undone).toMatchObject({ name: start.name, files: start.files });
    const redone = reduceDraft(undone, { kind: 'undone' });
    expect(redone).toMatchObject({ name: changed.name, files: changed.files });
  });

  it('keeps what was taken away while one goes on typing', () => {
    const removed = reduceDraft(start, { kind: 'removed', path: 'main.cpp' });
    const typed = reduceDraft(removed, { kind: 'edited', path: 'lesson.md', text: 'more' });
    expect(typed.aside).toBe(removed.aside);
    expect(typed.files).toEqual([{ path: 'lesson.md', text: 'more' }]);
  });

  it('that was begun anew twice has what was written after undo', () => {
    const anew = { kind: 'replaced', folder: { name: '01-new', files: [] }, what: 'begun' } as const;
    const twice = reduceDraft(reduceDraft(start, anew), anew);
    expect(reduceDraft(twice, { kind: 'undone' })).toMatchObject({ name: start.name, files: start.files });
  });

  it('has a folder’s name that the course takes', () => {
    expect(folderNameProblem('08-allocation')).toBeNull();
    for (const name of ['allocation', '08-Allocation', '08-', '../08-a', '08-a b']) {
      expect(folderNameProblem(name)).not.toBeNull();
    }
    expect(placeOf('08-two-words')).toEqual({ number: 8, slug: 'two-words' });
  });

  it('takes names of sources and of pictures', () => {
    expect(draftNameProblem('map.svg', [])).toBeNull();
    expect(draftNameProblem('hello/main.cpp', [])).toBeNull();
    expect([draftNameProblem('by-hand/main.wat', []), isTextName('by-hand/main.wat')]).toEqual([null, true]);
    expect(draftNameProblem('map.svg', ['map.svg'])).not.toBeNull();
    expect(draftNameProblem('page.html', [])).not.toBeNull();
  });
});
