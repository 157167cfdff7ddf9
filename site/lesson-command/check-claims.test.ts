import { expect, it } from 'vitest';
import { checkClaims } from './check-claims.ts';

const lessons = new Map([
  [
    '/course/lessons/01-a/01-pages/lesson.md',
    {
      ids: new Set(['grow', 'size']),
      programs: new Set(['two-pages']),
      sources: new Map([['grow', new Set(['https://example.org/limits'])]]),
    },
  ],
]);
const check = (...rows: readonly string[]) =>
  checkClaims(
    ['# Claims', '', '| claim | where | program |', '|---|---|---|', ...rows].join('\n'),
    { path: '/course/docs/claims.md', name: 'docs/claims.md' },
    lessons,
  ).map(({ line, message }) => `${line}: ${message}`);
const place = '[1](../lessons/01-a/01-pages/lesson.md#grow)';

it('takes rows whose heading and program exist', () => {
  expect(check(`| A page has 65,536 bytes | ${place} | \`two-pages\` |`)).toEqual([]);
});

it('says which row leads nowhere, and to what', () => {
  expect(
    check(
      `| A | ${place.replace('#grow', '#growth')} | \`two-pages\` |`,
      `| B | ${place} | \`two-page\` |`,
      `| C | [2](../lessons/01-a/02-none/lesson.md#grow) | \`two-pages\` |`,
      `| D | lesson 1 | \`two-pages\` |`,
      `|   | ${place} | \`two-pages\` |`,
      `| A | ${place} | \`two-pages\` |`,
    ),
  ).toEqual([
    '5: nothing there has the id `growth`; write `grow`',
    '6: the third cell names a program or an exercise of that lesson; `two-page` is none; write `two-pages`',
    '7: the second cell links to a heading of a lesson; `../lessons/01-a/02-none/lesson.md#grow` is none',
    '8: the second cell links to a heading of a lesson; `` is none',
    '9: a row begins with what is claimed',
    '10: this claim has a row already',
  ]);
});

it('takes claims without a program, whose lesson names the same source under that heading', () => {
  const shown = `| A page has 65,536 bytes | ${place} | \`two-pages\` |`;
  expect(check(shown, '', `- A browser may refuse: ${place}, [limits](https://example.org/limits)`)).toEqual([]);
});

it('says what a claim without a program lacks', () => {
  const source = '[limits](https://example.org/limits)';
  expect(
    check(
      `| A | ${place} | \`two-pages\` |`,
      '',
      `- No heading: ${source}`,
      `- Another: ${place.replace('#grow', '')}, ${source}`,
      `- No source: ${place}`,
      `- Elsewhere: ${place.replace('#grow', '#size')}, ${source}`,
    ),
  ).toEqual([
    '7: a claim without a program links to a heading of a lesson; `` is none',
    '8: nothing there has the id ``; write one of `grow`, `size`',
    '9: a claim without a program links to its source as well',
    '10: the text under `size` does not link to https://example.org/limits: name the source there too',
  ]);
});

it('misses lessons that no row is about', () => {
  expect(check()).toEqual(['1: no row is about 01-pages: give each thing it claims one']);
});
