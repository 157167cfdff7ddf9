import { expect, it } from 'vitest';
import { ErrorList } from './author-errors.ts';
import { parseMarkdown } from './markdown.ts';

function told(markdown: string): readonly string[] {
  const errors = new ErrorList('lesson.md');
  parseMarkdown(markdown, errors);
  return errors.errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

it.each<readonly [string, string, readonly [string, string]]>([
  ['a space after the colons', 'text\n\n::: note\nwords\n:::\n', ['3:1', 'write `:::note`, without a space']],
  ['a space before the brace', ':::note {kind="rust"}\nwords\n:::\n', ['1:1', 'write `:::note{…}`, without a space']],
  ['a quote that is not closed', ':::note{kind="rust}\nwords\n:::\n', ['1:1', 'a quote or a brace is missing']],
  ['a typographic quote', '> ::figure{source=“a b.svg”}\n', ['1:19', 'typographic quotes stand around this']],
  ['text in the line of a block', 'words\n:::note but not alone\n', ['2:1', 'a block has a line of its own']],
  ['colons that close nothing', ':::note\nwords\n:::\n\n:::\n', ['5:1', '`:::` closes no block']],
  ['attributes in a sentence', 'It is :value[x]{read="a} here.\n', ['1:16', 'a quote or a brace is missing']],
])('%s would be printed, and is told where it stands', (_what, markdown, [place, message]) => {
  const [first = ''] = told(markdown);
  expect(first).toContain(`${place} ${message}`);
});

it('text with colons is text', () => {
  expect(told('`std::vector`, std::vector, and\na::b\n\n```cpp\n::free(p);\n```\n')).toEqual([]);
  expect(told(':value[x]{read="a"} {so}\n\n:::note\n- one\n:::\n')).toEqual([]);
});

it('a block that spaces make code is told, and code that looks like one is not', () => {
  expect(told('text\n\n    ::figure{source="a.svg"}\n')).toEqual([expect.stringContaining('3:1 four spaces')]);
  expect(told('```markdown\n::figure{source="a.svg"}\n```\n')).toEqual([]);
});

it('feedback that is not indented is told once, where it stands', () => {
  const question = ':::question{#a}\n- [x] one\n> Yes.\n\n- [ ] two\n  > No.\n:::\n';
  expect(told(question.replace('> Yes.', '  > Yes.'))).toEqual([]);
  expect(told(question)).toEqual([expect.stringContaining('3:1 indent this by two spaces')]);
});

it('a row with too few cells, and a heading that skips a level, are told', () => {
  expect(told('| a | b |\n|---|---|\n| 1 | 2 |\n| 3 |\n')).toEqual([expect.stringContaining('4:1 this row has 1')]);
  expect(told('## a\n\n### b\n\n## c\n\n#### d\n')).toEqual([expect.stringContaining('7:1 this heading')]);
});
