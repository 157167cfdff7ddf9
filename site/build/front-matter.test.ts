import { expect, it } from 'vitest';
import { z } from 'zod';
import { ErrorList } from './author-errors.ts';
import { readYaml } from './front-matter.ts';

const schema = z.strictObject({
  title: z.string(),
  goals: z.array(z.string()).max(4).optional(),
});

function errorsOf(yaml: string): readonly string[] {
  const errors = new ErrorList('lesson.md');
  const read = readYaml(yaml, schema, errors, 2);
  expect(read === null).toBe(errors.errors.length > 0);
  return errors.errors.map(({ line, message }) => `${line}: ${message}`);
}

it.each([
  ['title: Views: a story', /^2: .*between double quotes/],
  ['title: `grow` it', /^2: .*between double quotes/],
  ['title: "one', /^2: the quote that begins here is never closed/],
  ['title: "one\nsummary: two\nlevel: three', /^2: the quote that begins here is never closed/],
  ['title: one\ngoals: [a, b', /^3: a bracket that opens before this is never closed/],
  ['title: one\ntitle: two', /^3: this key stands here twice/],
  ['title: one\ngoals:\n  - a\n - b', /^5: .*begin at the same column/],
  ['title: one\ngoals:\n\t- a', /^4: .*tab/],
  ['title: one\nno key', /^3: /],
])('`%s` is told in words of its author', (yaml, words) => {
  const [first = ''] = errorsOf(yaml);
  expect(first).toMatch(words);
  expect(first).not.toMatch(/implicit|scalar|token|mapping|alias|anchor|plain value/i);
});

it.each([
  ['title: 1984', '2: `title`: must be a text; put it between double quotes if it looks like a number or a date'],
  ['title: one\ngoals: read', '3: `goals`: must be a list: each entry in a line of its own that begins with `- `'],
  [
    'title: one\ngoals: [a, 2]',
    '3: `goals.2`: must be a text; put it between double quotes if it looks like a number or a date',
  ],
])('`%s` has a value of the wrong kind', (yaml, words) => {
  expect(errorsOf(yaml)).toEqual([words]);
});

it('a number behind a no-break space is told as that', () => {
  const errors = new ErrorList('lesson.md');
  readYaml('minutes: \u00a022', z.strictObject({ minutes: z.number() }), errors, 2);
  expect(errors.errors.map(({ message }) => message)).toEqual([
    '`minutes`: a no-break space stands in this line; write a space in its place',
  ]);
});

it('texts that stand for others are refused before they are written out', () => {
  const layers = Array.from({ length: 40 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`);
  expect(errorsOf(`a0: &a0 [lol]\n${layers.join('\n')}`)).toEqual([
    expect.stringMatching(/^3: a word that begins with `\*` stands for another text/),
  ]);
  expect(errorsOf('title: one')).toEqual([]);
});

it('is told once, whatever follows from it', () => {
  expect(errorsOf('title: one\ngoals: read and write')).toHaveLength(1);
  expect(errorsOf(`title: one\ngoals: ${'['.repeat(20)}`)).toEqual([
    '3: a bracket that opens before this is never closed',
  ]);
});

it('a key behind which no space stands but a no-break one is told as that', () => {
  expect(errorsOf('goals: [a]\ntitle:\u00a0one')).toEqual([
    expect.stringMatching(/^\d: a no-break space stands in this line; write a space in its place$/),
  ]);
});
