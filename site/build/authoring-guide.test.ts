import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { panelNames, runAttributes, settingsAttributes } from '../../playground/lesson/program.ts';
import { questionKinds } from '../../playground/lesson/question.ts';
import { compileLesson } from './compile-lesson.ts';
import { parseReading } from './reading-grammar.ts';
import { exampleTools } from './testing-tools.ts';

const guide = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');
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
    const parseCheck = () => ({ ok: true, check: { kind: 'no-leak' } }) as const;
    const source = `${frontMatter}\n${blocks.join('\n\n')}\n`;
    const lesson = await compileLesson(source, '/course/lesson.md', 'authoring.md', await exampleTools({ parseCheck }));
    const kinds = new Set(lesson.blocks.map((block) => block.kind));
    expect([...kinds].sort()).toEqual(['exercise', 'program', 'prose', 'quiz']);
  });

  it('names readings that exist', () => {
    const readings = codes(section('Values that cannot drift')).filter((code) => /^\w+\(.*\)$/.test(code));
    expect(readings.length).toBeGreaterThan(25);
    for (const reading of readings) expect(parseReading(reading), reading).not.toHaveProperty('error');
  });

  it('names every attribute of a program, every panel and every kind of question', () => {
    const names = [...Object.keys(settingsAttributes), ...Object.keys(runAttributes), ...panelNames];
    for (const name of names) expect(section('Programs')).toContain(`\`${name}\``);
    for (const kind of questionKinds) expect(section('Quizzes')).toContain(`\`${kind}\``);
  });
});
