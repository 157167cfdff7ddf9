import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileLesson } from '../build/compile-lesson.ts';
import { emptyFolder, exampleTools } from '../build/testing-tools.ts';
import { fitted, snippetsOf } from './snippets.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const snippets = snippetsOf(read('../../docs/authoring.md'));
const program = ':::program{#counter title="Counter"}\n```cpp file=main.cpp\nint greeting = 42;\n```\n:::\n';
const frontMatter = read('./template/lesson.md').split('---\n').slice(0, 2).join('---\n');

describe('a snippet', () => {
  it('is an example of the guide, one of each block', () => {
    const titles = snippets.map(({ title }) => title);
    for (const title of ['Program', 'Note', 'Quiz', 'Exercise', 'Question: bytes']) expect(titles).toContain(title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it.each(snippets.filter(({ title }) => !title.startsWith('Figure')))(
    'fits into a lesson, twice: $title',
    async (snippet) => {
      const parseCheck = () => ({ ok: true, check: { kind: 'no-leak' } }) as const;
      const once = `${frontMatter}---\n\n${program}\n${fitted(snippet, program)}\n`;
      const twice = `${once}\n${fitted(snippet, once)}\n`;
      const tools = await exampleTools({ parseCheck });
      await expect(compileLesson(twice, emptyFolder, 'lesson.md', tools)).resolves.toBeTruthy();
    },
  );
});

describe('the template', () => {
  it('compiles where nothing is run', async () => {
    const runner = { run: async () => ({ notRun: true }) as const };
    const parseCheck = () => ({ ok: true, check: { kind: 'no-leak' } }) as const;
    const tools = await exampleTools({ runner, parseCheck });
    const lesson = await compileLesson(read('./template/lesson.md'), emptyFolder, 'lesson.md', tools);
    expect(lesson.blocks.map(({ kind }) => kind)).toEqual(['prose', 'program', 'prose', 'quiz', 'exercise']);
  });
});
