import type { Check } from '../lesson/exercise.ts';
import type { MemoryState } from '../trace/memory-state.ts';
import type { Trace } from '../trace/trace.ts';
import { counted } from '../view-model/hexadecimal.ts';
import type { Attempt, EvaluateChecks, Verdict } from './attempt.ts';
import { decideAllocations, decideLeak, decideLiveBlocks } from './decide-blocks.ts';
import { decideCall, notTried } from './decide-call.ts';
import { decideCrossings, decideLargestCopy } from './decide-crossings.ts';
import { failedByEnding, withEnding } from './decide-ending.ts';
import { decideLiveVals } from './decide-handles.ts';
import { decideAlignment, decideSize } from './decide-layout.ts';
import { decideBytes, decideValue } from './decide-memory.ts';
import { decideOutput, decideOutputContains } from './decide-output.ts';
import { decideSourceContains, decideSourceLacks } from './decide-source.ts';
import { decideUnchanged } from './decide-unchanged.ts';
import { decideViewReads } from './decide-view-reads.ts';
import { decideDetachedViews, decideNewestView, decideView, decideViewCount } from './decide-views.ts';
import { decideWholeRun, isOfWholeRun, type WholeRunCheck } from './decide-whole-run.ts';
import { endingInWords } from './ending-words.ts';
import { failedWhere } from './first-step.ts';
import { compares, failed, neverStarted, passed, wanted } from './verdict.ts';

/**
 * Decides checks in order. Calls come last, because they change the memory that the others look at; what is decided by
 * all that the program did comes after them, and after that what is freed when it exits. Where a script could not even be
 * parsed, none is decided.
 */
export const evaluateChecks: EvaluateChecks = async (checks, live) => {
  if (live.outcome.status === 'threw' && live.outcome.neverBegan)
    return neverStarted(checks.length, failed(endingInWords(live.outcome), live.outcome.location));
  let isStopped = live.outcome.status === 'stopped';
  let recorded: Promise<Trace | null> | null = null;
  let exited: Promise<MemoryState> | null = null;
  const attempt: Attempt = {
    ...live,
    trace() {
      recorded ??= live.trace();
      return recorded;
    },
    exit() {
      exited ??= live.exit();
      return exited;
    },
    async call(name, args) {
      const outcome = await live.call(name, args);
      recorded = null;
      isStopped = outcome.status === 'stopped';
      return outcome;
    },
  };
  const verdicts: Verdict[] = [];
  for (const [index, check] of checks.entries()) {
    if (check.kind !== 'call' && check.kind !== 'no-leak' && !isOfWholeRun(check))
      verdicts[index] = await decide(check, attempt);
  }
  const ownSteps = checks.some(isOfWholeRun) ? ((await attempt.trace())?.steps ?? 0) : 0;
  for (const [index, check] of checks.entries()) {
    // A stopped instance runs nothing more; what came after it says nothing about the learner's code.
    if (check.kind === 'call') verdicts[index] = isStopped ? notTried(check) : await decideCall(check, attempt);
  }
  for (const [index, check] of checks.entries()) {
    if (isOfWholeRun(check) && check.kind !== 'freed-once')
      verdicts[index] = await decideWholeRun(check, attempt, ownSteps);
  }
  for (const [index, check] of checks.entries()) {
    if (check.kind === 'no-leak') verdicts[index] = await decideLeak(attempt);
    if (check.kind === 'freed-once') verdicts[index] = await decideWholeRun(check, attempt, ownSteps);
  }
  return verdicts;
};

function decide(
  check: Exclude<Check, { kind: 'call' | 'no-leak' } | WholeRunCheck>,
  attempt: Attempt,
): Verdict | Promise<Verdict> {
  const { state, output, outcome } = attempt;
  const ended = (isRight: boolean) => (isRight ? passed : failedByEnding(attempt));
  switch (check.kind) {
    case 'output':
      return withEnding(decideOutput(check.text, output), attempt);
    case 'output-contains':
      return withEnding(decideOutputContains(check.text, output), attempt);
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
    case 'live-blocks':
      return decideLiveBlocks(check, attempt);
    case 'live-vals':
      return decideLiveVals(check, attempt);
    case 'allocates':
      return decideAllocations(check, attempt);
    case 'size':
      return decideSize(check, attempt);
    case 'aligned':
      return decideAlignment(check, attempt);
    case 'calls':
      return decideCrossings(check, attempt);
    case 'largest-copy':
      return decideLargestCopy(check, attempt);
    case 'reads-through-view':
      return decideViewReads(check, attempt);
    case 'pages':
      return decideGrowth(check, attempt, state.pages, `The memory has ${counted(state.pages, 'page')}`);
    case 'growths':
      return decideGrowth(check, attempt, state.growths.length, `The memory ${grew(state.growths.length)}`);
    case 'views':
      return decideViewCount(check, attempt);
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
    case 'unchanged':
      return decideUnchanged(check, attempt);
    default:
      return check satisfies never;
  }
}

async function decideGrowth(
  check: Extract<Check, { kind: 'pages' | 'growths' }>,
  attempt: Attempt,
  found: number,
  words: string,
): Promise<Verdict> {
  if (compares(found, check)) return passed;
  const all = `${words}. Wanted: ${wanted(check)}.`;
  if (found < check.count) return failed(all);
  return failedWhere(all, attempt, 'findings', 'growth', ({ pages, growths }) => {
    return (check.kind === 'pages' ? pages : growths.length) > check.count;
  });
}

function grew(times: number): string {
  if (times === 0) return 'never grew';
  return times === 1 ? 'grew once' : `grew ${times} times`;
}
