import type { EvaluateChecks, Verdict } from '../../playground/exercises/attempt.ts';
import { allFiles, type ProgramSource } from './executed-program.ts';
import type { ExerciseToProve } from './lesson-build-tools.ts';
import type { NodeProgramRunner } from './program-runner.ts';

/** Runs starter and solution: what is wrong when the starter passes every check, or the solution fails one. */
export async function proveExercise(
  exercise: ExerciseToProve,
  runner: Pick<NodeProgramRunner, 'open'>,
  evaluate: EvaluateChecks,
): Promise<readonly string[]> {
  const problems: string[] = [];
  const checks = exercise.checks.map(({ check }) => check);
  const decide = async (program: ProgramSource): Promise<readonly Verdict[] | null> => {
    const live = await runner.open(program);
    if ('diagnostics' in live) return null;
    const { run, outcome } = live;
    return evaluate(checks, {
      outcome,
      output: live.stdout(),
      state: run.state,
      bytes: { read: async ({ start, end }) => run.memory.slice(start, end) },
      sources: allFiles(program),
      call: (name, args) => run.call(name, args),
    });
  };
  const solved = await decide(exercise.solution);
  if (!solved) problems.push('the solution does not compile');
  solved?.forEach((verdict, index) => {
    const check = JSON.stringify(checks[index]);
    if (!verdict.passed)
      problems.push(`the solution fails check ${index + 1} (${check}): ${verdict.found ?? 'no reason'}`);
  });
  const started = await decide(exercise.starter);
  // A starter that does not compile is reported where its code stands.
  if (started?.every((verdict) => verdict.passed)) problems.push('the starter passes every check already');
  return problems;
}
