import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkGuide, findingGuide } from '../../../playground/exercises/check-guide.ts';
import { checkKinds, parseCheck } from '../../../playground/exercises/parse-check.ts';
import { findingNames } from '../../../playground/lesson/exercise.ts';
import { questionKinds } from '../../../playground/lesson/question.ts';
import { compileLesson } from '../compile-lesson.ts';
import type { FilesBeside } from '../files-beside.ts';
import { createLessonTools } from '../lesson-tools.ts';
import { ownBlocks } from '../to-html.ts';
import { documentedBlocks } from './documented-blocks.ts';
import { exampleLesson, examples } from './examples.ts';
import { reference } from './reference.ts';

const path = new URL('../../../docs/lesson-reference.md', import.meta.url);
const cache = fileURLToPath(new URL('../../../build/cache/programs', import.meta.url));
const titles = examples.map(({ title }) => title);

describe('the reference of the lesson format', () => {
  it('is what the schemas make; GUIDE=1 writes it', () => {
    if (process.env.GUIDE) writeFileSync(path, reference());
    else expect(readFileSync(path, 'utf8')).toBe(reference());
  });

  it('has examples that compile, run, and prove themselves, together, as one lesson', async () => {
    const folder: FilesBeside = { pictureAddress: (name) => name, filesIn: () => 'missing' };
    const glossary = [{ id: 'term', term: 'linear memory', also: [], text: 'Bytes.', lesson: null, language: 'en' }];
    const tools = await createLessonTools(new Map(), cache);
    const lesson = await compileLesson(exampleLesson, folder, 'examples.md', { ...tools, glossary });
    const questions = lesson.blocks.flatMap((block) => (block.kind === 'quiz' ? block.quiz.questions : []));
    expect(new Set(questions.map(({ kind }) => kind))).toEqual(new Set(questionKinds));
    expect(lesson.remarks).toEqual([]);
  });

  it('tells of every block, and has an example of each and of each kind of question', () => {
    const names = documentedBlocks.map(({ written }) => /\w+/.exec(written)?.[0]);
    expect(names).toEqual(expect.arrayContaining([...ownBlocks, 'value', 'see', 'term', 'region', 'memory', 'figure']));
    const wanted = documentedBlocks.flatMap(({ example }) => example ?? []);
    expect(titles).toEqual(expect.arrayContaining([...wanted, ...questionKinds.map((kind) => `Question: ${kind}`)]));
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('writes each check as it is read, and names every finding', () => {
    for (const [kind, { examples: written }] of Object.entries(checkGuide))
      for (const code of written) expect(parseCheck(code), code).toMatchObject({ ok: true, check: { kind } });
    expect(Object.keys(checkGuide).sort()).toEqual([...checkKinds].sort());
    expect(Object.keys(findingGuide).sort()).toEqual([...findingNames].sort());
  });
});
