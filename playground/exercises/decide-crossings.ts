import type { Check } from '../lesson/exercise.ts';
import { type BoundaryCopy, type Crossing, type CrossingPart, crossingsIn, goesTo } from '../trace/crossings.ts';
import { counted } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { compares, failed, passed, unrecorded, wanted } from './verdict.ts';

/** Whether so many calls crossed the boundary, in both directions; the glue's own functions are none. */
export async function decideCrossings(check: Extract<Check, { kind: 'calls' }>, attempt: Attempt): Promise<Verdict> {
  const boundary = await (await attempt.trace())?.boundary();
  if (!boundary) return unrecorded(attempt);
  const calls = [...crossingsIn(boundary.parts)].filter(({ name }) => check.name === null || name === check.name);
  if (compares(calls.length, check)) return passed;
  const what = check.name === null ? 'crossed the boundary' : `of ${check.name} crossed the boundary`;
  const found = calls.length === 0 ? `No call ${what}` : `${counted(calls.length, 'call')} ${what}: ${inWords(calls)}`;
  const tooMany = calls.length > check.count ? calls[check.count] : undefined;
  return seen(`${found}. Wanted: ${wanted(check)}.`, tooMany);
}

/** What a program reads and prints by itself: its host's copies are none that a learner made. */
const streams: ReadonlySet<string> = new Set(['fd_read', 'fd_pread', 'fd_write', 'fd_pwrite']);

/** Whether the largest copy of JavaScript's into memory or out of it has so many bytes. */
export async function decideLargestCopy(
  check: Extract<Check, { kind: 'largest-copy' }>,
  attempt: Attempt,
): Promise<Verdict> {
  const boundary = await (await attempt.trace())?.boundary();
  if (!boundary) return unrecorded(attempt);
  const copies = [...copiesIn(boundary.parts)].filter(
    ({ direction, by }) => direction !== 'view' && !by.some((name) => streams.has(name)),
  );
  const largest = copies.reduce<BoundaryCopy | null>((most, each) => (sizeOf(each) > sizeOf(most) ? each : most), null);
  if (compares(sizeOf(largest), check)) return passed;
  if (!largest) return failed(`JavaScript copied nothing. Wanted: ${wanted(check)} bytes.`);
  const by = largest.by.length === 0 ? 'JavaScript' : largest.by.join(' → ');
  const way = largest.direction === 'in' ? 'into memory' : 'out of memory';
  return seen(`${by} copied ${counted(sizeOf(largest), 'byte')} ${way} at once. Wanted: ${wanted(check)}.`, largest);
}

const sizeOf = (copy: BoundaryCopy | null): number => (copy ? copy.range.end - copy.range.start : 0);

function* copiesIn(parts: readonly CrossingPart[]): Iterable<BoundaryCopy> {
  for (const part of parts) {
    if (part.kind === 'copy') yield part;
    else yield* copiesIn(part.parts);
  }
}

/** `sum 12 times, draw once`, the most frequent first. */
function inWords(calls: readonly Crossing[]): string {
  const times = new Map<string, number>();
  for (const { name } of calls) times.set(name, (times.get(name) ?? 0) + 1);
  const most = [...times].toSorted(([, one], [, other]) => other - one);
  const words = most.slice(0, 4).map(([name, count]) => `${name} ${count === 1 ? 'once' : `${count} times`}`);
  return `${words.join(', ')}${most.length > words.length ? ', …' : ''}`;
}

const seen = (words: string, part: CrossingPart | undefined): Verdict =>
  failed(words, part?.place ?? null, part ? { step: goesTo(part), panel: 'call' } : null);
