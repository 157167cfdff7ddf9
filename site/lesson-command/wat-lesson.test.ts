import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { main } from '../../playground/command-line/main.ts';
import { grade } from './grade-command.ts';
import { lesson } from './lesson-command.ts';

const course = mkdtempSync(join(tmpdir(), 'pagewise-'));
afterAll(() => rmSync(course, { recursive: true }));
const path = join(course, '01-part/01-first-steps/lesson.md');

async function pagewise(...args: readonly string[]) {
  const said = { out: '', err: '' };
  const write = (stream: keyof typeof said) => (bytes: Uint8Array) => {
    said[stream] += new TextDecoder().decode(bytes);
  };
  const streams = { input: new Uint8Array(), output: write('out'), error: write('err'), environment: {} };
  return { status: await main(args, streams, { lesson, grade }), ...said };
}

const module = (body: string) => `(module
  (memory (export "memory") 1)
  (func $twice (export "twice") (param $number i32) (result i32)
    (i32.store (i32.const 16) (local.get $number))
    ${body}))
`;
const right = module('(i32.mul (local.get $number) (i32.const 2))');
const fence = '```';
const text = `---
title: By hand
summary: A module in WebAssembly's text format.
level: beginner
minutes: 5
goals:
  - Read a module
  - Write a module
---

:::program{#by-hand title="A module by hand" panels="wasm bytes"}
${fence}wat file=main.wat
${right}${fence}

${fence}js file=lab.js
console.log(exports.twice(21));
${fence}
:::

It gives :value[the double]{program="by-hand" read="scriptLine(1)"}, keeps :value[the number]{program="by-hand" read="u32(16)"}, and
crosses :value[once]{program="by-hand" read="calls(twice)"}.

::::::exercise{#double title="Twice" panels="console wasm"}
Write \`twice\`.

:::::starter
${fence}wat file=main.wat
${module('(i32.const 0)')}${fence}
:::::

:::::solution
${fence}wat file=main.wat
${right}${fence}
:::::

:::::checks
- \`call twice(4) = 8\` Twice 4 is 8.
:::::
::::::
`;

const isOfShape = /^the text has|^a lesson asks/;

/** What is wrong with the lesson so changed, except for its shape: it is short. */
async function errorsOf(changed: string): Promise<readonly object[]> {
  writeFileSync(path, changed);
  const { out } = await pagewise('lesson', 'check', '--json', path);
  writeFileSync(path, text);
  const { errors } = JSON.parse(out).lessons[0];
  return errors.filter(({ message }: { message: string }) => !isOfShape.test(message));
}

beforeAll(() => {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
});

it('takes WAT as a program and as an exercise, and runs it with its script', async () => {
  expect(await errorsOf(text)).toEqual([]);
  const { out } = await pagewise('lesson', 'list', '--json', path);
  expect(JSON.parse(out).lessons[0].blocks).toMatchObject({ program: 1, exercise: 1 });
}, 60_000);

it('tells what is wrong with it where it stands in the lesson', async () => {
  const line = text.slice(0, text.indexOf('(i32.mul')).split('\n').length;
  expect(await errorsOf(text.replace('i32.mul', 'i32.times'))).toContainEqual(
    expect.objectContaining({ line, column: 6, message: expect.stringContaining('`i32.times` is no instruction') }),
  );
});

it('gives it no settings of a compiler', async () => {
  expect(await errorsOf(text.replace('{#by-hand', '{#by-hand optimisation="O2"'))).toContainEqual(
    expect.objectContaining({ message: expect.stringContaining('`optimisation` is for C and C++') }),
  );
});

it('grades it, whatever its file is called', async () => {
  const submission = join(course, 'mine.wat');
  const graded = async (code: string) => {
    writeFileSync(submission, code);
    const { status, out, err } = await pagewise('grade', path, submission, '--exercise=double');
    return [status, out, err];
  };
  expect(await graded(right)).toMatchObject([0, expect.stringContaining('passed'), '']);
  expect(await graded(module('(i32.const 3)'))).toMatchObject([1, expect.stringContaining('failed'), '']);
  const misspelt = await graded(module('(local.get $n)'));
  expect(misspelt[0]).toBe(1);
  expect(misspelt[2]).toMatch(/mine\.wat:5:16: error: There is no local called `\$n`/);
});
