import { describe, expect, it } from 'vitest';
import type { EvaluateChecks } from '../../playground/exercises/attempt.ts';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
import type { ProgramSource } from './executed-program.ts';
import type { LiveProgram } from './program-runner.ts';
import { proveExercise } from './prove-exercise.ts';
import { exampleProgram, exampleRun } from './testing-tools.ts';

const checks: readonly StatedCheck[] = [
  { source: 'output "solved"', check: { kind: 'output', text: 'solved' }, statement: '' as Html, advice: null },
];
const written = (text: string): ProgramSource => ({ ...exampleProgram, files: [{ path: 'main.cpp', text }] });

/** A program prints its own text. */
const runner = {
  async open(program: ProgramSource): Promise<LiveProgram> {
    const { outcome, state, memory, wasm } = exampleRun();
    const never = async () => outcome;
    const run = {
      outcome,
      state,
      memory,
      exports: [],
      picture: () => ({ width: 0, height: 0, data: new Uint8ClampedArray() }),
      scripts: null,
      sync: () => undefined,
      call: never,
      runJavaScript: never,
      measure: async () => undefined,
    };
    const stdout = () => program.files[0]?.text ?? '';
    return { wasm, run, outcome, stdout, scriptOutput: () => '', trace: async () => null };
  },
};
const evaluate: EvaluateChecks = async (given, { output }) =>
  given.map((check) => {
    const passed = check.kind === 'output' && check.text === output;
    return { passed, found: passed ? null : `printed ${output}`, location: null };
  });

describe('an exercise', () => {
  it('is proved when its solution passes and its starter fails', async () => {
    const exercise = { checks, starter: written('open'), solution: written('solved') };
    expect(await proveExercise(exercise, runner, evaluate)).toEqual([]);
  });

  it('is refused when there is nothing left to do', async () => {
    const exercise = { checks, starter: written('solved'), solution: written('solved') };
    expect(await proveExercise(exercise, runner, evaluate)).toEqual(['the starter passes every check already']);
  });

  it('is refused when its solution fails, with the check and what was found', async () => {
    const exercise = { checks, starter: written('open'), solution: written('wrong') };
    expect(await proveExercise(exercise, runner, evaluate)).toEqual([
      'the solution fails `output "solved"`: printed wrong',
    ]);
  });
});
