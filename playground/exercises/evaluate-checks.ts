import type { Check } from '../lesson/exercise.ts';
import { counted } from '../view-model/hexadecimal.ts';
import type { Attempt, EvaluateChecks, Verdict } from './attempt.ts';
import { decideAllocations, decideLeak, decideLiveBlocks } from './decide-blocks.ts';
import { decideCall, notTried } from './decide-call.ts';
import { decideBytes, decideValue } from './decide-memory.ts';
import { decideOutput, decideOutputContains } from './decide-output.ts';
import { decideSourceContains, decideSourceLacks } from './decide-source.ts';
import { decideDetachedViews, decideNewestView, decideView, decideViewCount } from './decide-views.ts';
import { endingInWords, endingLocation } from './ending-words.ts';
import { compares, failed, holds, passed, wanted } from './verdict.ts';

/** Decides checks in order; calls come last, because they change the memory that the others look at. */
export const evaluateChecks: EvaluateChecks = async (checks, attempt) => {
  const verdicts: Verdict[] = [];
  for (const [index, check] of checks.entries()) {
    if (check.kind !== 'call') verdicts[index] = await decide(check, attempt);
  }
  let isStopped = false;
  const watched: Attempt = {
    ...attempt,
    async call(name, args) {
      const outcome = await attempt.call(name, args);
      isStopped = outcome.status === 'stopped';
      return outcome;
    },
  };
  for (const [index, check] of checks.entries()) {
    // A stopped instance runs nothing more; what came after it says nothing about the learner's code.
    if (check.kind === 'call') verdicts[index] = isStopped ? notTried(check) : await decideCall(check, watched);
  }
  return verdicts;
};

function decide(check: Exclude<Check, { kind: 'call' }>, attempt: Attempt): Verdict | Promise<Verdict> {
  const { state, output, outcome } = attempt;
  const ended = (isRight: boolean): Verdict =>
    isRight ? passed : failed(endingInWords(outcome), endingLocation(outcome));
  switch (check.kind) {
    case 'output':
      return decideOutput(check.text, output);
    case 'output-contains':
      return decideOutputContains(check.text, output);
    case 'exit-code':
      return ended(outcome.status === 'finished' && (outcome.exitCode ?? 0) === check.code);
    case 'finishes':
      return ended(outcome.status === 'finished');
    case 'traps':
      return ended(outcome.status === 'trapped');
    case 'bytes':
      return decideBytes(check, attempt);
    case 'value':
      return decideValue(check, attempt);
    case 'no-leak':
      return decideLeak(state);
    case 'live-blocks':
      return decideLiveBlocks(check.count, state);
    case 'allocates':
      return decideAllocations((count) => count === check.count, String(check.count), state);
    case 'max-blocks':
      return decideAllocations((count) => count <= check.count, `at most ${check.count}`, state);
    case 'pages':
      return holds(
        compares(state.pages, check),
        () => `The memory has ${counted(state.pages, 'page')}. Wanted: ${wanted(check)}.`,
      );
    case 'growths': {
      const { length } = state.growths;
      return holds(compares(length, check), () => `The memory ${grew(length)}. Wanted: ${wanted(check)}.`);
    }
    case 'views':
      return decideViewCount(check.count, attempt);
    case 'view-live':
      return decideNewestView(attempt);
    case 'no-detached-view':
      return decideDetachedViews(attempt);
    case 'view':
      return decideView(check, attempt);
    case 'source-contains':
      return decideSourceContains(check.text, attempt);
    case 'source-lacks':
      return decideSourceLacks(check.text, attempt);
    default:
      return check satisfies never;
  }
}

function grew(times: number): string {
  if (times === 0) return 'never grew';
  return times === 1 ? 'grew once' : `grew ${times} times`;
}
