import { expect, it } from 'vitest';
import { ErrorList } from './author-errors.ts';
import { parseMarkdown } from './markdown.ts';

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
