import { expect, it } from 'vitest';
import { compileLesson } from './compile-lesson.ts';
import type { ExerciseProblem } from './prove-exercise.ts';
import { authorErrors, emptyFolder, exampleFrontMatter, exampleTools } from './testing-tools.ts';

const lesson = `${exampleFrontMatter}
::::exercise{#sum title="Sum"}
Do it.

:::starter
\`\`\`cpp file=main.cpp
int sum;
\`\`\`
\`\`\`cpp file=sum.h
#pragma once
\`\`\`
:::

:::solution
\`\`\`cpp file=main.cpp
int sum = 1;
\`\`\`
:::

:::checks
- \`no-leak\` Every block is freed.
  > Call \`free\`.
:::

:::hints
1. Look.
:::
::::
`;

it('reads an exercise, whose solution has the files that only the starter has', async () => {
  const { blocks } = await compileLesson(lesson, emptyFolder, 'lesson.md', await exampleTools());
  const [block] = blocks.filter((each) => each.kind === 'exercise');
  expect(block?.exercise).toMatchObject({
    id: 'sum',
    task: '<p>Do it.</p>',
    checks: [
      { check: { kind: 'no-leak' }, statement: 'Every block is freed.', advice: '<p>Call <code>free</code>.</p>' },
    ],
    hints: ['Look.'],
  });
  expect(block?.exercise.solution.files.map((file) => file.path)).toEqual(['main.cpp', 'sum.h']);
});

it('tells where an exercise is not proved: at the exercise, its solution, or the check', async () => {
  const proveExercise = async (): Promise<readonly ExerciseProblem[]> => [
    { message: 'the starter passes every check', about: 'starter' },
    { message: 'the solution does not end', about: 'solution' },
    { message: 'the solution fails `no-leak`', about: 0 },
  ];
  const tools = await exampleTools({ proveExercise });
  expect(await authorErrors(compileLesson(lesson, emptyFolder, 'lesson.md', tools))).toEqual([
    'lesson.md:11:1: error: exercise `sum`: the starter passes every check',
    'lesson.md:23:1: error: exercise `sum`: the solution does not end',
    'lesson.md:30:1: error: exercise `sum`: the solution fails `no-leak`',
  ]);
});

it('has each check once', async () => {
  const twice = lesson
    .replace(':::hints', '')
    .replace('\n  > Call `free`.\n', '\n  > Call `free`.\n- `no-leak` Again.\n')
    .replace('1. Look.\n:::\n', '');
  expect(await authorErrors(compileLesson(twice, emptyFolder, 'lesson.md', await exampleTools()))).toEqual([
    'lesson.md:32:3: error: `no-leak` is checked above; leave this out',
  ]);
});
