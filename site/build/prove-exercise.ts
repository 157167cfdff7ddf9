import type { Diagnostic } from '../../playground/compiler/compilation.ts';
import type { EvaluateChecks, Verdict } from '../../playground/exercises/attempt.ts';
import type { Outcome } from '../../playground/session/run.ts';
import { allFiles, type ProgramSource } from './executed-program.ts';
import type { ExerciseToProve } from './lesson-build-tools.ts';
import { neverEnds, timeLimit } from './never-ends.ts';
import type { NodeProgramRunner } from './program-runner.ts';

/** What the checks of an exercise said about a program. */
export type Decision =
  | { readonly status: 'did-not-compile'; readonly diagnostics: readonly Diagnostic[] }
  /** One verdict for each check; `broke` tells after its name how its JavaScript failed, or that it does not end. */
  | { readonly status: 'decided'; readonly verdicts: readonly Verdict[]; readonly broke: string | null };

/** Runs a module and decides the checks of an exercise. */
export type DecideModule = (
  wasm: Uint8Array,
  program: ProgramSource,
  checks: ExerciseToProve['checks'],
) => Promise<Decision>;

/** Compiles and runs a program, and decides the checks of an exercise. */
export type Decide = (program: ProgramSource, checks: ExerciseToProve['checks']) => Promise<Decision>;

export function createDecide(runner: Pick<NodeProgramRunner, 'open'>, evaluate: EvaluateChecks): Decide {
  return async (program, checks) => {
    const live = await runner.open(program);
    if ('diagnostics' in live) return { status: 'did-not-compile', diagnostics: live.diagnostics };
    const { outcome, state, trace, call, exit } = live;
    try {
      const verdicts = await evaluate(
        checks.map(({ check }) => check),
        { outcome, output: live.stdout(), state, bytes: live, sources: allFiles(program), trace, call, exit },
      );
      return { status: 'decided', verdicts, broke: breakInWords(outcome) };
    } finally {
      await live.end();
    }
  };
}

/** A program took down what it ran in: it fails every check. `why` are words after its name. */
export const brokenRun = (why: string, checks: ExerciseToProve['checks']): Decision => ({
  status: 'decided',
  verdicts: checks.map(() => ({ passed: false, found: why, location: null, moment: null })),
  broke: `: ${why}`,
});

/**
 * Whether the same would be decided again: not where the program was not run, because there was no browser, nor where its time
 * was over, as it may be on a busy machine.
 */
export const lastsAsDecision = (decision: Decision): boolean =>
  decision.status === 'decided' &&
  decision.broke !== breakInWords({ status: 'stopped', by: 'time-limit', milliseconds: timeLimit });

function breakInWords(outcome: Outcome): string | null {
  if (outcome.status === 'stopped') return `: ${neverEnds(outcome.by)}`;
  if (outcome.status !== 'threw') return null;
  const line = outcome.location ? ` in line ${outcome.location.line}` : '';
  return `'s JavaScript fails${line}: ${outcome.message}`;
}

/** What is wrong with an exercise, and with which check of it, counted from 0, or which part. */
export interface ExerciseProblem {
  readonly message: string;
  readonly about: number | 'solution' | 'starter';
}

/** What is wrong with a solution, which `name` names: it does not compile, or fails a check. */
export function failures(
  name: string,
  decision: Decision,
  checks: ExerciseToProve['checks'],
): readonly ExerciseProblem[] {
  if (decision.status === 'did-not-compile') {
    const [first] = decision.diagnostics.filter(({ severity }) => severity === 'error');
    const why = first ? `${first.path}:${first.line}: ${first.message}` : 'no reason';
    return [{ message: `${name} does not compile: ${why}`, about: 'solution' }];
  }
  // What the checks found then follows from it.
  if (decision.broke !== null) return [{ message: name + decision.broke, about: 'solution' }];
  return decision.verdicts.flatMap(({ passed, untried, found }, index) =>
    passed || untried
      ? []
      : [{ message: `${name} fails \`${checks[index]?.source}\`: ${found ?? 'no reason'}`, about: index }],
  );
}

/** Decides programs: they are compiled, and run where they need the test browser, at the same time. */
export async function decideEach<const Programs extends readonly ProgramSource[]>(
  programs: Programs,
  checks: ExerciseToProve['checks'],
  decide: Decide,
): Promise<{ readonly [Index in keyof Programs]: Decision }> {
  return Promise.all(programs.map((program) => decide(program, checks))) as never;
}

/** Runs starter and solution: what is wrong when the starter passes every check, or the solution fails one. */
export async function proveExercise(exercise: ExerciseToProve, decide: Decide): Promise<readonly ExerciseProblem[]> {
  const { checks, starter, solution } = exercise;
  const [solved, started] = await decideEach([solution, starter], checks, decide);
  const problems = [...failures('the solution', solved, checks)];
  // A starter that does not compile is reported where its code stands.
  if (started.status === 'decided' && started.verdicts.every((verdict) => verdict.passed))
    problems.push({
      message:
        'the starter passes every check already; leave out of it what the learner is to write, or add a check that it fails',
      about: 'starter',
    });
  return problems;
}
