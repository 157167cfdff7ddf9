import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LessonBuildError } from './author-errors.ts';
import { compileCourse } from './compile-course.ts';
import { exampleTools } from './testing-tools.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'course-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string | Buffer): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const lesson = (title: string, body: string): string => `---
title: ${title}
summary: A lesson.
level: beginner
minutes: 10
goals: [Read this, Write that]
---
${body}
`;

async function errorsOf(): Promise<readonly string[]> {
  try {
    await compileCourse(folder, await exampleTools());
  } catch (error) {
    if (error instanceof LessonBuildError)
      return error.errors.map(({ line, column, message }) => `${line}:${column} ${message}`);
    throw error;
  }
  return [];
}

describe('a course', () => {
  it('is ordered by the numbers of its folders, and named by them', async () => {
    write('02-later/part.yaml', 'title: The second part\nsummary: What comes later.\n');
    write('02-later/08-allocation/lesson.md', lesson('Allocation', 'Text.'));
    write('01-first-steps/10-ten/lesson.md', lesson('Ten', 'Text.'));
    write('01-first-steps/9-nine/lesson.md', lesson('Nine', '[On](lesson:allocation)'));
    write('01-first-steps/_drafts/lesson.md', 'left alone');
    const { course, lessons } = await compileCourse(folder, await exampleTools());
    expect(course.parts.map(({ number, title }) => [number, title])).toEqual([
      [1, 'First steps'],
      [2, 'The second part'],
    ]);
    expect(lessons.map(({ number, slug }) => [number, slug])).toEqual([
      [9, 'nine'],
      [10, 'ten'],
      [8, 'allocation'],
    ]);
  });

  it('is told once of a glossary that cannot be read, and not that it lacks a term', async () => {
    write('01-first-steps/1-one/lesson.md', lesson('One', 'A :term[page] of memory.'));
    write('glossary.yaml', 'terms:\n  - term: page\n   text: "64 KiB.\n');
    expect((await errorsOf()).every((error) => !error.includes('has no term'))).toBe(true);
    write('glossary.yaml', 'terms: []\n');
    expect(await errorsOf()).toEqual([expect.stringContaining('has no term `page`')]);
  });

  it('has a glossary and parts in UTF-8, and is told of the first byte that is not, once', async () => {
    const latin = (text: string) => Buffer.from(text, 'latin1');
    write('glossary.yaml', latin('terms:\n  - term: page\n    text: Für 64 KiB\n'));
    write('glossary.de.yaml', latin('terms:\n  - of: page\n    term: Seite\n    text: Für 64 KiB\n'));
    write('01-a/part.yaml', latin('title: Ä\nsummary: What comes.\n'));
    write('01-a/part.de.yaml', latin('title: A\nsummary: Ü\n'));
    write('01-a/01-one/lesson.md', lesson('One', 'A :term[page].'));
    expect((await errorsOf()).toSorted()).toEqual([
      '1:8 byte 0xC4 stands here, so this is no text in UTF-8; save the file as UTF-8',
      '2:10 byte 0xDC stands here, so this is no text in UTF-8; save the file as UTF-8',
      '3:12 byte 0xFC stands here, so this is no text in UTF-8; save the file as UTF-8',
      '4:12 byte 0xFC stands here, so this is no text in UTF-8; save the file as UTF-8',
    ]);
  });

  it('has no link to a lesson or a heading that is not there', async () => {
    write('01-a/01-one/lesson.md', lesson('One', '## Here\n\n[a](lesson:tow)\n[b](lesson:two#heer)\n[c](#here)'));
    write('01-a/02-two/lesson.md', lesson('Two', '## Heer is not there'));
    expect(await errorsOf()).toEqual([
      '10:1 there is no lesson `tow`; write one of `one`, `two`',
      '11:1 nothing there has the id `heer`; write one of `heer-is-not-there`',
    ]);
  });

  it('is told what is wrong in a lesson, and not that what leads to it is', async () => {
    write('01-a/01-one/lesson.md', lesson('One', '<b>'));
    write('01-a/02-two/lesson.md', lesson('Two', '[a](lesson:one#here)'));
    write('glossary.yaml', 'terms:\n  - term: page\n    text: One. Two.\n    lesson: one\n');
    expect(await errorsOf()).toEqual([expect.stringContaining('a lesson holds no HTML')]);
  });

  it('has every slug once', async () => {
    write('01-a/01-same/lesson.md', lesson('One', 'Text.'));
    write('02-b/02-same/lesson.md', lesson('Two', 'Text.'));
    expect(await errorsOf()).toEqual([
      expect.stringMatching(/^1:1 the slug `same` is taken by .*01-same\/lesson\.md$/),
    ]);
  });

  it('says all errors of all lessons at once', async () => {
    write('01-a/01-one/lesson.md', lesson('One', '<b>'));
    write('01-a/02-two/lesson.md', 'no front matter');
    write('01-a/part.yaml', 'titel: A\nsummary: B\n');
    expect(await errorsOf()).toHaveLength(4);
  });
});
