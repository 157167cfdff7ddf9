import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { compileLesson } from '../compile-lesson.ts';
import type { FilesBeside } from '../files-beside.ts';
import { createProgramRunner } from '../program-runner.ts';
import { authorErrors, exampleTools } from '../testing-tools.ts';

const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
afterAll(() => rmSync(folder, { recursive: true }));

const text = 'int total = 0;\nint main() {\n  for (int i = 1; i <= 3; ++i) {\n    total += i;\n  }\n}\n';
const beside: FilesBeside = { pictureAddress: () => null, filesIn: () => [{ path: 'main.cpp', text }] };
const lesson = (attributes: string, sentence: string): string => `---
title: Sums
summary: A sum.
level: beginner
minutes: 20
goals:
  - Read a sum
  - Find a line
---

:::program{#sum title="Sum" source="sum" ${attributes}}
:::

${sentence}
`;

async function compile(attributes: string, sentence: string) {
  const tools = await exampleTools({ runner: createProgramRunner(folder) });
  return compileLesson(lesson(attributes, sentence), beside, 'lesson.md', tools);
}

it('the lab begins at the moment that the program names, and goes to the one that the text names', async () => {
  const { programs, blocks } = await compile(
    `moment="before 'total += i', time 2" code="folded" panels="call glue"`,
    `See :see[the second]{moment="before 'total += i', time 2"}, and :see[the third]{select="total" panel="call" moment="after 'total += i', time 3"}.`,
  );
  const { step = 0, panels } = programs[0] ?? {};
  expect(step).toBeGreaterThan(1);
  expect(panels).toEqual(['call', 'glue']);
  const html = blocks.map((block) => (block.kind === 'prose' ? block.html : '')).join('');
  expect(html).toContain(`data-program="sum" data-step="${step}">the second</a>`);
  expect(html).toMatch(/data-select="total" data-panel="call" data-step="\d+">the third<\/a>/);
  const [program] = blocks.filter((block) => block.kind === 'program');
  expect(program?.code).toMatch(/^<details><summary>Show the code: main.cpp<\/summary><figure/);
}, 60_000);

it('a moment that there is not is an error where it stands', async () => {
  const errors = await authorErrors(compile('moment="before \'nothing\'"', ':see[it]{moment="at step 4000"}'));
  expect(errors).toEqual([
    expect.stringMatching(/^lesson\.md:11:1: .*no line holds `nothing`/),
    expect.stringMatching(/^lesson\.md:14:1: .*there is no step 4000/),
  ]);
}, 60_000);

it('the lab stops at lines, writes and growths that the program names', async () => {
  const { programs } = await compile(`breakpoints="'total += i'; line 3; write total; growth"`, 'Watch it.');
  const [, , write] = programs[0]?.breakpoints ?? [];
  expect(programs[0]?.breakpoints).toEqual([
    { kind: 'line', path: 'main.cpp', line: 4 },
    { kind: 'line', path: 'main.cpp', line: 3 },
    { kind: 'write', range: expect.anything(), label: 'total' },
    { kind: 'growth' },
  ]);
  if (write?.kind !== 'write') throw new Error('no write');
  expect(write.range.end - write.range.start).toBe(4);
}, 60_000);

it('a stop at what the program has not is an error where it stands', async () => {
  const errors = await authorErrors(
    compile(`breakpoints="line 40; line 1; lab.js line 1; write nothing; freed block 3; sometimes"`, 'Watch it.'),
  );
  expect(errors).toEqual([
    expect.stringMatching(/^lesson\.md:11:1: .*there is no line 40: the file has 7 lines/),
    expect.stringMatching(/^lesson\.md:11:1: .*line 1 of `main\.cpp` has no code to stop at; line 3 has/),
    expect.stringMatching(/^lesson\.md:11:1: .*the program has no file `lab\.js`/),
    expect.stringMatching(/^lesson\.md:11:1: .*nothing/),
    expect.stringMatching(/^lesson\.md:11:1: .*block 3/),
    expect.stringMatching(/^lesson\.md:11:1: .*`sometimes` is none; write/),
  ]);
}, 60_000);

it('an exercise stops at lines and growths, and not by addresses', async () => {
  const exercise = (stops: string) => `::::exercise{#task title="Task" breakpoints="${stops}"}
Do it.

:::starter{source="sum"}
:::
:::solution{source="sum"}
:::
:::checks
- \`no-leak\` Every block is freed.
:::
::::`;
  const { blocks } = await compile('', exercise("'total += i'; growth"));
  const [found] = blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.starter.breakpoints] : []));
  expect(found).toEqual([{ kind: 'line', path: 'main.cpp', line: 4 }, { kind: 'growth' }]);
  expect(await authorErrors(compile('', exercise('write total; line 40')))).toEqual([
    expect.stringMatching(
      /^lesson\.md:14:1: .*`write total` is for programs, .*; write a line, `growth` or `detached`/,
    ),
    expect.stringMatching(/^lesson\.md:14:1: .*there is no line 40/),
  ]);
}, 60_000);
