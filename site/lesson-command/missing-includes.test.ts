import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import type { LessonFile } from '../../playground/lesson/program.ts';
import type { FilesBeside } from '../build/files-beside.ts';
import { exampleProgram } from '../build/testing-tools.ts';
import { missingInBugs, missingIncludes, missingInSamples } from './missing-includes.ts';

const { findMissingIncludes } = createNodeCompiler();
const find = (files: readonly LessonFile[]) => findMissingIncludes(files, exampleProgram.settings);
const beside: FilesBeside = {
  filesIn: () => [
    { path: 'main.cpp', text: '#include <vector>\nint main() { return std::map<int, int>().size(); }\n' },
  ],
  pictureAddress: () => null,
};
const messages = async (text: string) =>
  (await find([{ path: 'main.cpp', text }])).map(({ line, message }) => `${line}: ${message}`);

it('finds includes that only a precompiled header has', async () => {
  const main = 'int main() { std::map<int, int> all; return all.size(); }\n';
  const [first] = await messages(`#include <initializer_list>\n${main}`);
  expect(first).toBe("2: no member named 'map' in namespace 'std'; add `#include <map>`");
  expect(await messages(`#include <map>\n${main}`)).toEqual([]);
}, 240_000);

const lesson = `---
title: t
---

:::program{#shown title="Shown"}
\`\`\`cpp file=main.cpp
int main() {}
\`\`\`
:::

:::program{#beside source="code" title="Beside"}
:::

:::program{#refused title="Refused" ends="does-not-compile"}
\`\`\`cpp file=main.cpp
refused
\`\`\`
:::

::::exercise{#task title="Task"}
Do it.

:::starter
\`\`\`cpp file=main.cpp
int start;
\`\`\`
:::
:::solution
\`\`\`cpp file=main.cpp
int solved;
\`\`\`
:::
:::checks
- \`finishes\` It ends.
:::
::::
`;

/** A compiler that refuses the first line of every file. */
const refuse = async (files: readonly LessonFile[]): Promise<readonly Diagnostic[]> =>
  ['no member named `map`; add `#include <map>`', "expected ';'", 'no `map` either; add `#include <map>`'].map(
    (message, index) => ({
      severity: 'error',
      path: files[0]?.path ?? '',
      line: 1 + index,
      column: 9,
      message,
    }),
  );

it('tells them once for each header, where the code stands', async () => {
  const found = await missingIncludes({ source: lesson, file: 'a/lesson.md', known: [] }, beside, refuse);
  expect(found.map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    'a/lesson.md:7:9',
    'a/code/main.cpp:1:9',
    'a/lesson.md:25:9',
    'a/lesson.md:30:9',
  ]);
  expect(found[0]?.message).toBe(
    '`shown`: no member named `map`; add `#include <map>`; without it the page cannot compile this',
  );
});

it('tells nothing of a program that has other errors, and of a translation what is its own', async () => {
  const known = [{ file: 'a/lesson.md', line: 7, column: 1, message: '' }];
  const found = await missingIncludes({ source: lesson, file: 'a/lesson.md', known }, beside, refuse);
  expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual([
    'a/code/main.cpp:1',
    'a/lesson.md:25',
    'a/lesson.md:30',
  ]);
  const source = lesson.replace('int solved', 'int selbst');
  const translated = { source, original: lesson, file: 'a/lesson.de.md', known: [] };
  expect(await missingIncludes(translated, beside, refuse)).toMatchObject([{ file: 'a/lesson.de.md', line: 30 }]);
});

it('looks at programs with a bug, and at what mends them', async () => {
  const bugs = join(import.meta.dirname, '../../bugs');
  const found = await missingInBugs(bugs, (path) => path.slice(bugs.length), refuse);
  const files = found.map(({ file }) => file);
  expect(files.filter((file) => file.includes('/fixed/')).length).toBeGreaterThan(0);
  expect(files.filter((file) => existsSync(join(bugs, file)))).toEqual(files);
});

it('looks at right samples only', async () => {
  const sample = { name: 'right-one', program: exampleProgram, file: 'a/exercises/task/right-one/main.cpp' };
  expect(await missingInSamples([{ ...sample, fails: 'finishes' }], refuse)).toEqual([]);
  expect(await missingInSamples([{ ...sample, fails: null }], refuse)).toMatchObject([{ file: sample.file, line: 1 }]);
});
