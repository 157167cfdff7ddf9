import { expect, it } from 'vitest';
import { frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import { ErrorList } from './author-errors.ts';
import { readYaml } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';
import { tooDeep as stackIsFull } from './nesting.ts';

const tooDeep = { line: 3, message: expect.stringContaining('nested in more than 100 levels') };

it.each([
  ['quotations', `${'> '.repeat(3_000)}deep`],
  ['quotations without spaces', `${'>'.repeat(50_000)}deep`],
  ['lists', `${'- '.repeat(3_000)}deep`],
  ['emphasis', `${'*a '.repeat(150)}deep${' a*'.repeat(150)}`],
])('%s nested too deep are told at their line, and the text around them is read', (_what, deep) => {
  const errors = new ErrorList('lesson.md');
  const tree = parseMarkdown(`Before.\n\n${deep}\n\nAfter.`, errors);
  expect(errors.errors).toEqual([expect.objectContaining(tooDeep)]);
  expect(tree.children.at(0)?.position?.start.line).toBe(1);
  expect(tree.children.at(-1)?.position?.start.line).toBe(5);
});

it('reads what an author nests', () => {
  const errors = new ErrorList('lesson.md');
  parseMarkdown(`${'> '.repeat(10)}- **a *b* ~~c~~**`, errors);
  expect(errors.errors).toEqual([]);
});

it('tells once, in words, of front matter that fills the stack', () => {
  const errors = new ErrorList('lesson.md');
  expect(readYaml(`title: ${'['.repeat(200_000)}`, frontMatterSchema, errors, 2)).toBeNull();
  expect(errors.errors).toEqual([expect.objectContaining({ line: 2, message: stackIsFull })]);
});
