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
    if ('diagnostics' in live) {
      const [first] = live.diagnostics.filter(({ severity }) => severity === 'error');
      const place = first ? `${first.path}:${first.line}: ${first.message}` : 'no reason';
      if (program === exercise.solution) problems.push(`the solution does not compile: ${place}`);
      return null;
    }
    const { run, outcome } = live;
    if (program === exercise.solution && outcome.status === 'threw') {
      const line = outcome.location ? ` in line ${outcome.location.line}` : '';
      problems.push(`the solution's JavaScript fails${line}: ${outcome.message}`);
    }
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
  solved?.forEach((verdict, index) => {
    const check = exercise.checks[index]?.source;
    if (!verdict.passed) problems.push(`the solution fails \`${check}\`: ${verdict.found ?? 'no reason'}`);
  });
  const started = await decide(exercise.starter);
  // A starter that does not compile is reported where its code stands.
  if (started?.every((verdict) => verdict.passed)) problems.push('the starter passes every check already');
  return problems;
}
