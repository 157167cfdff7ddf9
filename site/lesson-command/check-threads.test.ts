import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
import { checkout } from '../build/checkout.ts';
import { failures } from '../build/prove-exercise.ts';
import { exampleProgram } from '../build/testing-tools.ts';
import { createCheckThreads } from './check-threads.ts';

const threads = createCheckThreads(join(checkout(), 'build/command-line/pagewise.js'));
const checks: readonly StatedCheck[] = [
  { source: 'finishes', check: { kind: 'finishes' }, statement: '' as Html, advice: null },
];

it('decides what follows a program that takes down its thread', async () => {
  const files = [{ path: 'main.cpp', text: 'int main() {}' }];
  const compiled = await threads.compile(files, defaultSettings);
  if (compiled.status !== 'compiled') throw new Error(compiled.status);
  const decide = async (text: string) => {
    const program = { ...exampleProgram, files, javascript: { path: 'lab.js', text } };
    return failures('it', await threads.decide(compiled.wasm, program, checks), checks);
  };
  const greedy = 'const all = []; for (;;) all.push(new Array(2 ** 24).fill(all));';
  const texts = [greedy, '1;', '2;', '3;', 'throw new Error("no");'];
  expect(await Promise.all(texts.map(decide))).toEqual([
    [{ message: 'it: its JavaScript needs more than 2 GB of memory', about: 'solution' }],
    [],
    [],
    [],
    [{ message: "it's JavaScript fails in line 1: Error: no", about: 'solution' }],
  ]);
}, 60_000);
