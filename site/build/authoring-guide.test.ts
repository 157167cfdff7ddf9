import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkKinds, parseCheck } from '../../playground/exercises/parse-check.ts';
import { frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import { runAttributes, settingsAttributes } from '../../playground/lesson/program.ts';
import { questionKinds } from '../../playground/lesson/question.ts';
import { attributeTable } from './attribute-table.ts';
import { programAttributes, shownAttributes, sourceAttribute } from './blocks/program.ts';
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

  it('has the table of attributes that the schemas make; GUIDE=1 writes it', () => {
    const { title } = programAttributes;
    const source = sourceAttribute
      .optional()
      .meta({ description: 'a folder beside `lesson.md`', otherwise: 'code in the block' });
    const table = attributeTable({ title, source, ...settingsAttributes, ...runAttributes, ...shownAttributes });
    const [before = '', , after = ''] = guide.split(/<!-- (?:made of the schemas|end) -->\n/);
    const made = `${before}<!-- made of the schemas -->\n${table}\n<!-- end -->\n${after}`;
    if (process.env.GUIDE) writeFileSync(path, made);
    else expect(guide).toBe(made);
  });

  it('names every key of the front matter', () => {
    const keys = Object.keys(frontMatterSchema.shape);
    expect(keys.filter((key) => !frontMatter.includes(`\n${key}:`))).toEqual([]);
  });

  it('names every reading, every check and every kind of question, and no other check', () => {
    const readings = section('Values that cannot drift');
    expect(readingNames.filter((name) => !new RegExp(`\`${name}[(\`]`).test(readings))).toEqual([]);
    const rows = section('Exercises')
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    const checks = rows.flatMap((row) => codes(row.split('|')[1] ?? '')).map((code) => parseCheck(code));
    expect(checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(new Set(checks.flatMap((check) => (check.ok ? [check.check.kind] : [])))).toEqual(new Set(checkKinds));
    for (const kind of questionKinds) expect(section('Quizzes')).toContain(`| \`${kind}\` |`);
  });
});
