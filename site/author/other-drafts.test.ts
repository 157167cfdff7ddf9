import { expect, it } from 'vitest';
import { type Draft, type DraftEvent, lessonText, reduceDraft } from './draft.ts';
import { type OwnDraft, toKeep } from './other-drafts.ts';

const begun = { name: '01-your-lesson', files: [{ path: 'lesson.md', text: '' }] };

/** What one browser keeps, and tabs that look at it. */
function browser() {
  let there: Draft | null = null;
  const openTab = () => {
    let draft: Draft = there ?? { ...begun, aside: null, others: [] };
    const own: OwnDraft = { kept: draft, earlier: [] };
    const change = (event: DraftEvent) => {
      draft = reduceDraft(draft, event);
      draft = there = toKeep(there, draft, own, begun);
    };
    return {
      type: (text: string) => change({ kind: 'edited', path: 'lesson.md', text }),
      change,
      text: () => lessonText(draft),
      others: () => draft.others.map(lessonText),
    };
  };
  return openTab;
}

it('keeps what either of two tabs typed, and only the newest of it', () => {
  const openTab = browser();
  const [first, second] = [openTab(), openTab()];
  first.type('A1');
  second.type('B1');
  expect(second.others()).toEqual(['A1']);
  first.type('A12');
  expect(first.others()).toEqual(['B1']);
  second.type('B12');
  second.type('B123');
  expect(second.others()).toEqual(['A12']);
  expect([openTab().text(), openTab().others()]).toEqual(['B123', ['A12']]);
});

it('keeps what was left for the other version, whatever the other tab does meanwhile', () => {
  const openTab = browser();
  const [first, second] = [openTab(), openTab()];
  first.type('A1');
  second.type('B1');
  second.change({ kind: 'taken' });
  expect([second.text(), second.others()]).toEqual(['A1', ['B1']]);
  first.type('A2');
  second.type('A1 and more');
  expect(second.others()).toContain('A2');
  expect(second.others()).toContain('B1');
});

it('keeps what another tab had put aside, and forgets nothing that nobody has seen', () => {
  const openTab = browser();
  const [first, second] = [openTab(), openTab()];
  first.type('A1');
  first.change({ kind: 'replaced', folder: { name: '02-new', files: begun.files }, what: 'begun' });
  second.type('B1');
  expect(second.others()).toEqual(['', 'A1']);
  first.type('A2');
  second.change({ kind: 'forgotten' });
  expect(second.others()).toContain('A2');
  second.change({ kind: 'forgotten' });
  expect(second.others()).toEqual([]);
  second.type('B12');
  expect(openTab().others()).toEqual([]);
});

it('tells one version by its pictures too', () => {
  const openTab = browser();
  const [first, second] = [openTab(), openTab()];
  const picture = (byte: number) =>
    ({ kind: 'added', file: { path: 'map.png', bytes: Uint8Array.of(byte) } }) satisfies DraftEvent;
  first.change(picture(1));
  second.change(picture(2));
  expect(second.others()).toHaveLength(1);
});
