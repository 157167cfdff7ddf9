import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import { questionKinds } from '../../playground/lesson/question.ts';
import { compileLesson } from './compile-lesson.ts';
import { parseReading, readingNames } from './reading-grammar.ts';
import { emptyFolder, exampleTools } from './testing-tools.ts';

const path = new URL('../../docs/authoring.md', import.meta.url);
const guide = readFileSync(path, 'utf8');
const section = (title: string): string => guide.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
const frontMatter =
  section('Front matter')
    .split('```')[1]
    ?.replace(/^yaml\n/, '') ?? '';
const examples = [...guide.matchAll(/^(`{3,})markdown\n([\s\S]*?)\n\1$/gm)].map((match) => match[2] ?? '');
const codes = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');

describe('the authoring guide', () => {
  it('shows examples that compile, together, as one lesson', async () => {
    const question = /^:::question/;
    // A question stands in a quiz.
    const blocks = examples.map((example, index) =>
      question.test(example) ? `::::quiz{#quiz-${index}}\n${example}\n::::` : example,
    );
    const anyCheck = () => ({ ok: true, check: { kind: 'no-leak' } }) as const;
    const source = `${frontMatter}\n${blocks.join('\n\n')}\n`;
    const lesson = await compileLesson(
      source,
      emptyFolder,
      'authoring.md',
      await exampleTools({ parseCheck: anyCheck }),
    );
    const kinds = new Set(lesson.blocks.map((block) => block.kind));
    expect([...kinds].sort()).toEqual(['chooser', 'exercise', 'measured', 'program', 'prose', 'quiz']);
  });

  it('names readings that exist', () => {
    const readings = codes(section('Values that cannot drift')).filter((code) => /^\w+\(.*\)$/.test(code));
    expect(readings.length).toBeGreaterThan(25);
    for (const reading of readings) expect(parseReading(reading), reading).not.toHaveProperty('error');
  });

  it('names every key of the front matter', () => {
    const keys = Object.keys(frontMatterSchema.shape);
    expect(keys.filter((key) => !frontMatter.includes(`\n${key}:`))).toEqual([]);
  });

  it('names every reading and every kind of question', () => {
    const readings = section('Values that cannot drift');
    expect(readingNames.filter((name) => !new RegExp(`\`${name}[(\`]`).test(readings))).toEqual([]);
    for (const kind of questionKinds) expect(section('Quizzes')).toContain(`\`${kind}\``);
  });
});
