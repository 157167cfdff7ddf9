// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { Draft } from './draft.ts';
import { leaveDraft, takeLeft } from './left-draft.ts';

const draft = (...texts: readonly string[]): Draft => ({
  name: '01-mine',
  files: texts.map((text, index) => ({ path: index === 0 ? 'lesson.md' : `${index}.cpp`, text })),
  aside: null,
  others: [],
});

it('gives back once what the database had not kept when the page was left', () => {
  leaveDraft(draft('typed', 'int a;'), draft('typed last', 'int a;'));
  expect(takeLeft(draft('typed', 'int a;'))).toEqual(draft('typed last', 'int a;'));
  expect(takeLeft(draft('typed', 'int a;'))).toBeNull();
});

it('changes nothing where the database has kept it, or another tab has kept something else since', () => {
  leaveDraft(draft('typed'), draft('typed last'));
  expect(takeLeft(draft('typed last'))).toBeNull();
  leaveDraft(draft('typed'), draft('typed last'));
  expect(takeLeft(draft('of another tab'))).toBeNull();
});

it('takes nothing that it cannot read', () => {
  sessionStorage.setItem('draft-left', '{"last":');
  expect(takeLeft(draft('typed'))).toBeNull();
});
