import { noteKinds } from './log.ts';
import type { ByteRange, CodePlace, MemoryState } from './memory-state.ts';
import type { RawMoment, RawStep } from './raw-moment.ts';
import type { Change, Frame, Value, Variable } from './trace.ts';

interface Shown {
  readonly state: MemoryState;
  readonly changes: readonly Change[];
  readonly frames: readonly Frame[];
  readonly globals: readonly Variable[];
}

const times = (count: number): string => (count === 1 ? 'once more' : `${count} more times`);

/** Changes that the engine lists of one step. */
const mostListed = 64;

/** Changes that are told one by one. */
const mostTold = 2;

/** What the step before did, in a sentence: "line 6 stored 4 bytes, value 2, at 0x000102a0, first element of `data`". */
export function describeStep(raw: RawMoment, shown: Shown, place: CodePlace | null): string {
  const { before } = raw;
  if (!before) return 'Nothing has run yet.';
  const where = place
    ? `Line ${place.line} of ${place.path}`
    : before.function
      ? `In ${before.function}`
      : 'JavaScript';
  const note = before.note && noteInWords(before.note);
  const stored = shown.changes.slice(0, mostTold).map((change, index) => {
    const by = raw.changePlaces[index];
    // The function of the step has returned: its caller's line goes on.
    const isCaller = place && by && by.line !== place.line;
    return `${isCaller ? `line ${by.line} ` : ''}${changeInWords(change, shown)}`;
  });
  const more = shown.changes.length - stored.length;
  const rest =
    shown.changes.length === mostListed ? `and wrote at least ${more} more times` : `and wrote ${times(more)}`;
  const parts = [...(note ? [note] : []), ...stored, ...(more > 0 ? [rest] : [])];
  return parts.length === 0 ? `${where}: changed no memory.` : `${where}: ${parts.join('; ')}.`;
}

/** What runs at a step; null at the end. */
export function nextInWords({ function: name, note }: RawStep, place: CodePlace | null): string | null {
  if (place) return `line ${place.line} of ${place.path}`;
  return name ?? (note && 'JavaScript');
}

function noteInWords([kind, , what]: NonNullable<RawStep['note']>): string | null {
  switch (noteKinds[kind]) {
    case 'call':
      return 'called the program';
    case 'called':
      return 'the call is over';
    case 'script':
      return 'the script began';
    case 'scripted':
      return 'the script ended';
    case 'view':
      return `made view ${what}`;
    case 'growth':
      return `grew memory by ${what} ${what === 1 ? 'page' : 'pages'}`;
    default:
      return null;
  }
}

function changeInWords({ range, after }: Change, shown: Shown): string {
  const size = range.end - range.start;
  const number = size === 1 || size === 2 || size === 4 || size === 8 ? `, value ${numberIn(after)},` : '';
  const owner = ownerOf(range, shown);
  return `stored ${size} ${size === 1 ? 'byte' : 'bytes'}${number} at ${formatAddress(range.start)}${owner && `, ${owner}`}`;
}

function numberIn(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  if (bytes.length === 8) return view.getBigInt64(0, true).toString();
  if (bytes.length === 4) return view.getInt32(0, true).toString();
  return (bytes.length === 2 ? view.getInt16(0, true) : view.getInt8(0)).toString();
}

/** The innermost variable, element or field that the bytes are, or the block they are in. */
function ownerOf(range: ByteRange, { state, frames, globals }: Shown): string {
  const places = [...frames.toReversed().flatMap(({ variables }) => variables), ...globals];
  for (const { value } of places) {
    const path = partAt(value, range);
    if (path) return `\`${path}\``;
  }
  const block = state.blocks.findLast(
    ({ address, size }) => range.start >= address && range.end <= address + Math.max(size, 1),
  );
  if (!block) return '';
  const offset = range.start - block.address;
  return offset === 0 ? `start of block ${block.id}` : `byte ${offset} of block ${block.id}`;
}

function partAt(value: Value, range: ByteRange): string | null {
  for (const part of value.parts) {
    const inner = partAt(part, range);
    if (inner !== null) return inner.startsWith('[') ? `${value.name}${inner}` : `${value.name}.${inner}`;
  }
  const holds = value.range && range.start >= value.range.start && range.end <= value.range.end;
  return holds ? value.name : null;
}

const formatAddress = (address: number): string => `0x${address.toString(16).padStart(8, '0')}`;
