import type { Check } from '../lesson/exercise.ts';
import { type MemoryState, toAddress } from '../trace/memory-state.ts';
import type { Finding, Trace } from '../trace/trace.ts';
import { counted, formatAddress } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { decideLeak } from './decide-blocks.ts';
import { missingSymbol, symbolNamed } from './decide-memory.ts';
import { failedWhere } from './first-step.ts';
import { compares, failed, passed, placed, unrecorded, wanted } from './verdict.ts';

const kinds = [
  ...(['allocated-bytes', 'peak-bytes', 'stack-bytes', 'freed-once', 'within-bounds', 'no-stale-view'] as const),
  ...(['no-finding', 'finding', 'never-writes'] as const),
];
/** A check that is decided by all that was recorded, the checked calls included. */
export type WholeRunCheck = Extract<Check, { kind: (typeof kinds)[number] }>;

export const isOfWholeRun = (check: Check): check is WholeRunCheck => kinds.some((kind) => kind === check.kind);

/** `ownSteps` of the recording are the program's own: the checked calls made the others. */
export async function decideWholeRun(check: WholeRunCheck, attempt: Attempt, ownSteps: number): Promise<Verdict> {
  const whole = await attempt.trace();
  if (!whole) return unrecorded(attempt);
  const recorded = { whole, ownSteps };
  const isKind =
    (...some: readonly string[]) =>
    async () =>
      (await findingsOf(recorded)).filter(({ kind }) => some.includes(kind.replaceAll(' ', '-')));
  switch (check.kind) {
    case 'no-finding':
      return noneOf(await (check.finding === null ? findingsOf(recorded) : isKind(check.finding)()));
    case 'within-bounds':
      return noneOf(await isKind(...outside)());
    case 'no-stale-view':
      return noneOf(await isKind('detached-view')());
    case 'freed-once': {
      const again = noneOf(await isKind('double-free', 'invalid-free')());
      return again.passed ? decideLeak(attempt) : again;
    }
    case 'finding': {
      if ((await isKind(check.finding)()).length > 0) return passed;
      const [other] = await findingsOf(recorded);
      return failed(
        `Nothing of the kind ${check.finding} was found.${other ? ` What was found: ${other.text}` : ''}`,
        other?.place ?? null,
        other ? { step: other.step, panel: 'findings' } : null,
      );
    }
    case 'allocated-bytes': {
      const bytes = allocatedIn((await whole.at(whole.steps)).state);
      if (compares(bytes, check)) return passed;
      const words = `The program allocated ${counted(bytes, 'byte')} in all. Wanted: ${wanted(check)}.`;
      if (bytes < check.count) return failed(words);
      return failedWhere(words, attempt, 'heap', 'allocation', (state) => allocatedIn(state) > check.count);
    }
    case 'peak-bytes': {
      const { bytes, step } = await whole.heapPeak();
      if (compares(bytes, check)) return passed;
      const words = `At its most, ${counted(bytes, 'byte')} were allocated at once. Wanted: ${wanted(check)}.`;
      return bytes < check.count
        ? failed(words)
        : placed(failed(words), { step, place: (await whole.at(step)).place }, 'heap');
    }
    case 'stack-bytes':
      return decideStack(check, whole);
    case 'never-writes':
      return decideWrites(check, attempt, whole);
    default:
      return check satisfies never;
  }
}

const allocatedIn = ({ heap }: MemoryState): number => heap.liveBytes + heap.freedBytes;

/** Findings of accesses beyond what the program may use. */
const outside = [
  'heap-overflow',
  'use-after-free',
  'null-page',
  'stack-overflow',
  'outside-of-a-view',
  'view-too-long',
];

/** A block that a checked call returned is its caller's: it is no leak of the program's. */
async function findingsOf({ whole, ownSteps }: { whole: Trace; ownSteps: number }): Promise<readonly Finding[]> {
  return (await whole.findings()).filter(({ kind, step }) => kind !== 'leak' || step < ownSteps);
}

function noneOf(findings: readonly Finding[]): Verdict {
  const [first] = findings;
  if (!first) return passed;
  const more = findings.length > 1 ? ` ${counted(findings.length - 1, 'other finding')}.` : '';
  return failed(`${first.text}${more}`, first.place, { step: first.step, panel: 'findings' });
}

async function decideStack(check: Extract<Check, { kind: 'stack-bytes' }>, whole: Trace): Promise<Verdict> {
  const { layout, stackLow } = (await whole.at(whole.steps)).state;
  if (!layout.stack || stackLow === null) return failed('The module does not tell where its stack is.');
  const used = layout.stack.end - stackLow;
  if (compares(used, check)) return passed;
  const words = `The stack held up to ${counted(used, 'byte')}. Wanted: ${wanted(check)}.`;
  const address = Math.max(0, layout.stack.end - check.count);
  const step = used > check.count ? await whole.find(0, 'forward', [{ kind: 'stack-below', address }]) : null;
  if (step === null) return failed(words);
  return placed(failed(words), { step, place: (await whole.at(step)).place }, 'stack');
}

async function decideWrites(
  { to }: Extract<Check, { kind: 'never-writes' }>,
  { state }: Attempt,
  whole: Trace,
): Promise<Verdict> {
  const symbol = to.kind === 'symbol' ? symbolNamed(state, to.name) : null;
  if (to.kind === 'symbol' && !symbol) return missingSymbol(to.name, state);
  const [start, end] = to.kind === 'range' ? [to.start, to.end] : boundsOf(symbol?.address ?? 0, symbol?.size ?? 1);
  const range = { start: toAddress(start), end: toAddress(end) };
  const after = await whole.find(0, 'forward', [{ kind: 'write', range }]);
  if (after === null) return passed;
  const name = symbol
    ? `${symbol.name} at ${formatAddress(start)}`
    : `${formatAddress(start)} to ${formatAddress(end)}`;
  const step = after - 1;
  return placed(failed(`The program wrote to ${name}.`), { step, place: (await whole.at(step)).place }, 'bytes');
}

const boundsOf = (start: number, size: number) => [start, start + Math.max(1, size)] as const;
