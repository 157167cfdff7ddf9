import { expect, it } from 'vitest';
import { ErrorList } from './author-errors.ts';
import { parseMarkdown } from './markdown.ts';

function told(markdown: string): readonly string[] {
  const errors = new ErrorList('lesson.md');
  parseMarkdown(markdown, errors);
  return errors.errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

it.each([
  ['a zero-width space', 'It is a mem\u200bory.\n', '1:12 an invisible character (U+200B)'],
  ['a soft hyphen', 'words\nmem\u00adory\n', '2:4 an invisible character (U+00AD)'],
  ['a byte order mark', '| a |\n|---|\n| \ufeffb |\n', '3:3 an invisible character (U+FEFF)'],
  ['code that ends with another sign', 'It calls `free´ here.\n', '1:10 the code'],
  ['code before more code', 'It calls `free´, then `malloc` here.\n', '1:10 the code'],
  ['code that ends with a straight quote', "text\nIt calls `free' here.\n", '2:10 the code'],
])('%s is told once, where it stands', (_what, markdown, place) => {
  expect(told(markdown)).toEqual([expect.stringContaining(place)]);
});

it('a backtick that is meant, and code, are left alone', () => {
  expect(told("A \\` and `` ` `` and `free`.\n\n```cpp\nchar c = '`'; // \u200b\n```\n")).toEqual([]);
});
