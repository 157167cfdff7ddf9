import type { Check } from '../lesson/exercise.ts';
import { type ByteRange, type MemoryState, toAddress } from '../trace/memory-state.ts';
import { bytesRead, type ViewReads } from '../trace/view-reads.ts';
import { counted, formatAddress } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { symbolNamed } from './decide-memory.ts';
import { missingPlace } from './decide-views.ts';
import { compares, failed, passed, placed, unrecorded, wanted } from './verdict.ts';

type ReadsCheck = Extract<Check, { kind: 'reads-through-view' }>;

/** Ranges that a verdict names. */
const named = 3;

/** Whether scripts read so many bytes themselves through views: of a global, of a block, or of all memory. */
export async function decideViewReads(check: ReadsCheck, attempt: Attempt): Promise<Verdict> {
  const range = check.of && rangeOf(check.of, attempt.state);
  if (check.of && !range) return missingPlace(check.of, attempt.state);
  const trace = await attempt.trace();
  if (!trace) return unrecorded(attempt);
  const reads = await trace.viewReads();
  const bytes = bytesRead(reads, range);
  // What was not recorded may have been read: only a lower bound can hold without it.
  const isAll = trace.limit === null && !reads.isFull;
  const canTell = isAll || (check.comparison === '>=' && bytes >= check.count);
  if (!canTell)
    return failed('The run is too long: not all of what the script read was recorded, so this cannot be decided.');
  if (compares(bytes, check)) return passed;
  const of = check.of === null ? 'memory' : nameOf(check.of);
  const isLess = bytes < check.count;
  const found = bytes === 0 ? `read nothing of ${of}` : `read ${counted(bytes, 'byte')} of ${of}`;
  const where = bytes === 0 || check.of !== null ? '' : ` (${inWords(reads)})`;
  const wants = `Wanted: ${wanted(check)}${isLess ? ', through a view, by the script itself' : ''}.`;
  const verdict = failed(`The script ${found} through a view${where}. ${wants}`);
  if (reads.last) return placed(verdict, reads.last, 'bytes');
  // Where it read nothing, what it was given came over the boundary.
  const [first] = (await trace.boundary()).parts;
  return first
    ? placed(
        verdict,
        { step: 'begun' in first ? Math.max(0, first.begun - 1) : first.step, place: first.place },
        'call',
      )
    : verdict;
}

function rangeOf(place: NonNullable<ReadsCheck['of']>, state: MemoryState): ByteRange | null {
  const found =
    place.kind === 'symbol' ? symbolNamed(state, place.name) : state.blocks.find(({ id }) => id === place.id);
  return found ? { start: found.address, end: toAddress(found.address + found.size) } : null;
}

const nameOf = (place: NonNullable<ReadsCheck['of']>): string =>
  place.kind === 'symbol' ? place.name : `block ${place.id}`;

function inWords({ ranges }: ViewReads): string {
  const words = ranges.slice(0, named).map(({ start, end }) => `${formatAddress(start)} to ${formatAddress(end)}`);
  return (ranges.length > named ? [...words, '…'] : words).join(', ');
}
