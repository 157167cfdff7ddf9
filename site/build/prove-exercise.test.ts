import { describe, expect, it } from 'vitest';
import type { EvaluateChecks } from '../../playground/exercises/attempt.ts';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
import type { Outcome } from '../../playground/session/run.ts';
import type { ProgramSource } from './executed-program.ts';
import type { LiveProgram } from './live-program.ts';
import { createDecide, lastsAsDecision, proveExercise } from './prove-exercise.ts';
import { exampleProgram, exampleRun } from './testing-tools.ts';

const checks: readonly StatedCheck[] = [
  { source: 'output "solved"', check: { kind: 'output', text: 'solved' }, statement: '' as Html, advice: null },
];
const written = (text: string): ProgramSource => ({ ...exampleProgram, files: [{ path: 'main.cpp', text }] });

/** A program prints its own text. */
const runner = {
  async open(program: ProgramSource): Promise<LiveProgram> {
    const { outcome, state, memory, wasm } = exampleRun();
    return {
      ...{ wasm, outcome, state },
      read: async ({ start, end }) => memory.slice(start, end),
      call: async () => outcome,
      exit: async () => state,
      stdout: () => program.files[0]?.text ?? '',
      scriptOutput: () => '',
      trace: async () => null,
      log: async () => null,
      end: async () => undefined,
    };
  },
};
const evaluate: EvaluateChecks = async (given, { output }) =>
  given.map((check) => {
    const passed = check.kind === 'output' && check.text === output;
    return { passed, found: passed ? null : `printed ${output}`, location: null, moment: null };
  });
const decide = createDecide(runner, evaluate);

describe('an exercise', () => {
  it('is proved when its solution passes and its starter fails', async () => {
    const exercise = { checks, starter: written('open'), solution: written('solved') };
    expect(await proveExercise(exercise, decide)).toEqual([]);
  });

  it('is refused when there is nothing left to do', async () => {
    const exercise = { checks, starter: written('solved'), solution: written('solved') };
    expect(await proveExercise(exercise, decide)).toEqual([
      { message: expect.stringContaining('the starter passes every check already'), about: 'starter' },
    ]);
  });

  it('is refused when its solution fails, with the check and what was found', async () => {
    const exercise = { checks, starter: written('open'), solution: written('wrong') };
    expect(await proveExercise(exercise, decide)).toEqual([
      { message: 'the solution fails `output "solved"`: printed wrong', about: 0 },
    ]);
  });

  it('is told once that its solution does not end, without what its checks found then', async () => {
    const endless: typeof decide = async (program, asked) => {
      const decision = await decide(program, asked);
      return program.files[0]?.text === 'loop' && decision.status === 'decided'
        ? { ...decision, broke: ': it did not end' }
        : decision;
    };
    const exercise = { checks, starter: written('open'), solution: written('loop') };
    expect(await proveExercise(exercise, endless)).toEqual([
      { message: 'the solution: it did not end', about: 'solution' },
    ]);
  });
});

it('is decided anew where its time was over: the machine may have been busy', async () => {
  const stopped = (outcome: Outcome) => {
    const open = async (program: ProgramSource) => ({ ...(await runner.open(program)), outcome });
    return createDecide({ open }, evaluate)(written('solved'), checks);
  };
  expect(lastsAsDecision(await stopped({ status: 'stopped', by: 'time-limit', milliseconds: 30_000 }))).toBe(false);
  expect(lastsAsDecision(await stopped({ status: 'stopped', by: 'step-limit' }))).toBe(true);
  expect(lastsAsDecision({ status: 'did-not-compile', diagnostics: [] })).toBe(false);
});
