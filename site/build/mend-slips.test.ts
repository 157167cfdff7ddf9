import { expect, it } from 'vitest';
import { ErrorList } from './author-errors.ts';
import { compileLesson } from './compile-lesson.ts';
import { mendSlips } from './mend-slips.ts';
import { authorErrors, emptyFolder, exampleTools, exampleFrontMatter as frontMatter } from './testing-tools.ts';

const quiz = `::::quiz{#quiz title="Check yourself"}
:::question{#first kind="choice"}
Which?

- [x] one
  > Yes.
- [ ] two
  > No.
:::
:::question{#second kind="choice"}
Which?

- [x] one
  > Yes.
- [ ] two
  > No.
:::
::::
`;

it.each<readonly [string, string, string, string]>([
  ['an answer without a space after its dash', '- [x] one', '-[x] one', '14:1: error: write `- [x]`'],
  ['a later answer without it', '- [ ] two', '-[ ] two', '16:1: error: write `- [ ]`'],
  ['typographic quotes', '"Check yourself"', '“Check yourself”', '10:22: error: typographic quotes'],
  ['one typographic quote', '"choice"', '"choice”', '11:25: error: typographic quotes'],
])('%s is told once, where it stands', async (_what, right, wrong, told) => {
  const compiled = compileLesson(
    frontMatter + quiz.replace(right, wrong),
    emptyFolder,
    'lesson.md',
    await exampleTools(),
  );
  expect(await authorErrors(compiled)).toEqual([expect.stringContaining(`lesson.md:${told}`)]);
});

it('too few colons are told once, where the block begins', async () => {
  const text = `${frontMatter}\nwords\n\n${quiz.replaceAll('::::', ':::')}`;
  expect(await authorErrors(compileLesson(text, emptyFolder, 'lesson.md', await exampleTools()))).toEqual([
    'lesson.md:13:1: error: `quiz` needs more colons than the blocks within it; write `::::quiz`, and `::::` where it ends',
  ]);
});

it('leaves alone what is right, and code', () => {
  const text = `${quiz}\n\`\`\`md\n-[x] one\n:::quiz{#a title=“b”}\n\`\`\`\n\n- [a](b)\n\n::figure{alt="The “stack” and „heap“ of it"}\n`;
  const errors = new ErrorList('lesson.md');
  expect(mendSlips(text, errors)).toBe(text);
  expect(errors.errors).toEqual([]);
});
