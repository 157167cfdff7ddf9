import type { AuthorError } from '../build/author-errors.ts';
import type { ExerciseToProve } from '../build/lesson-build-tools.ts';
import { type Decide, type Decision, decideEach, failures } from '../build/prove-exercise.ts';
import { doesNotCompile, type Sample } from './read-samples.ts';

/** How many sample solutions an exercise needs: right ones with its own solution, and wrong ones without its starter. */
const samplesNeeded = { right: 3, wrong: 5 } as const;

/** Runs every sample: what is wrong where a right one fails, or a wrong one does not fail as it says. */
export async function proveSamples(
  exercise: ExerciseToProve,
  samples: readonly Sample[],
  decide: Decide,
): Promise<readonly AuthorError[]> {
  const decisions = await decideEach(
    samples.map(({ program }) => program),
    exercise.checks,
    decide,
  );
  return samples.flatMap(({ name, fails, file }, index) => {
    const decision = decisions[index] as Decision;
    const wrong =
      fails === null
        ? failures(`\`${name}\``, decision, exercise.checks).map(({ message }) => message)
        : astray(fails, decision, exercise);
    return wrong.map((message) => ({ file, line: 1, column: 1, message }));
  });
}

function astray(fails: string, decision: Decision, { checks }: ExerciseToProve): readonly string[] {
  const failed = decision.status === 'decided' ? decision.verdicts.findIndex(({ passed }) => !passed) : -1;
  const found = decision.status === 'decided' ? checks[failed]?.source : doesNotCompile;
  if (found === fails) return [];
  const why = decision.status === 'decided' ? (decision.verdicts[failed]?.found ?? '') : firstError(decision);
  return [
    found === undefined
      ? `this passes every check, and should fail \`${fails}\`: strengthen the checks`
      : `this should fail \`${fails}\` first; it fails \`${found}\`: ${why}`,
  ];
}

function firstError({ diagnostics }: Extract<Decision, { status: 'did-not-compile' }>): string {
  const error = diagnostics.find(({ severity }) => severity === 'error');
  return error ? `${error.path}:${error.line}: ${error.message}` : 'no reason';
}

/** What an exercise lacks: samples that are still to be written, as the message of one error; null when it has them. */
export function missingSamples(samples: readonly Sample[]): string | null {
  const wrong = samples.filter(({ fails }) => fails !== null).length;
  const right = samples.length - wrong + 1;
  if (right >= samplesNeeded.right && wrong >= samplesNeeded.wrong) return null;
  return `${right} right and ${wrong} wrong solutions lie beside this exercise; it needs ${samplesNeeded.right} right ones, its own among them, and ${samplesNeeded.wrong} wrong ones`;
}
