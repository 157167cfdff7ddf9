import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseCheck } from '../../playground/exercises/parse-check.ts';
import { compileLesson } from '../build/compile-lesson.ts';
import type { FilesBeside } from '../build/files-beside.ts';
import { examples } from '../build/reference/examples.ts';
import { exampleTools } from '../build/testing-tools.ts';
import { fitted } from './snippets.ts';

const template = readFileSync(new URL('../template/lesson.md', import.meta.url), 'utf8');
const folder: FilesBeside = { pictureAddress: (name) => name, filesIn: () => 'missing' };
const runner = { run: async () => ({ notRun: true }) as const };
const glossary = [{ id: 'term', term: 'linear memory', also: [], text: 'Bytes.', lesson: null, language: 'en' }];

const tools = exampleTools({ runner, parseCheck, glossary });

describe('an example of the reference', () => {
  it.each(examples)('fits into the template, twice: $title', async (example) => {
    const once = `${template}\n${fitted(example, template)}\n`;
    const twice = `${once}\n${fitted(example, once)}\n`;
    await expect(compileLesson(twice, folder, 'lesson.md', await tools)).resolves.toBeTruthy();
  });

  it('brings the program that it asks about, once', () => {
    const bytes = examples.find(({ title }) => title === 'Question: bytes');
    const once = bytes ? fitted(bytes, template) : '';
    expect(once).toContain(':::program{#hello');
    expect(bytes && fitted(bytes, once)).not.toContain(':::program');
  });
});

describe('the template', () => {
  it('compiles where nothing is run', async () => {
    const lesson = await compileLesson(template, folder, 'lesson.md', await tools);
    const kinds = lesson.blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(['prose', 'program', 'prose', 'exercise', 'prose', 'quiz']);
  });
});
