import { formatAddress } from './address-text.ts';
import { mostTelling, type NamedChange, nameChanges, type Surroundings } from './describe-place.ts';
import { isInRange, rangesInWords } from './describe-ranges.ts';
import { type ScriptDoings, scriptInWords } from './describe-script.ts';
import { noteKinds } from './log.ts';
import type { CodePlace } from './memory-state.ts';
import { code, joined, type Phrase, phrase } from './phrase.ts';
import type { RawMoment, RawStep } from './raw-moment.ts';
import type { Change } from './trace.ts';
import { bytesText, typedText } from './typed-text.ts';

interface Shown extends Surroundings, ScriptDoings {
  readonly step: number;
  readonly changes: readonly Change[];
}

/** Changes that the engine counts of one step. */
const mostCounted = 20_000;
/** Changes that are told one by one. */
const mostTold = 2;
/** Characters of a value that are told. */
const longestValue = 40;

/** What the step before did, in a sentence: "Line 6 of main.c stored 4 bytes, value 2, at 0x102a0, `data[0]`, block 1." */
export function describeStep(raw: RawMoment, shown: Shown, place: CodePlace | null): Phrase {
  const { before } = raw;
  if (!before) return ['Nothing has run yet.'];
  const named = nameChanges(shown.changes, shown);
  const single = named.filter(({ change }) => !isInRange(change.range, shown.accesses));
  const told = mostTelling(single).slice(0, mostTold);
  const stored = told.map((each) => changeInWords(each, shown.changes.slice(each.index + 1)));
  // The function of the step has returned: its caller's line goes on.
  const callers = told.map(({ index }) => {
    const by = raw.changePlaces[index];
    return place && by && by.line !== place.line ? by.line : null;
  });
  const who = subject(before, place);
  // Before the first line of a script only the C library writes: it is made to pass on what the program printed.
  if (before.note && noteKinds[before.note[0]] === 'script' && shown.changes.length > 0) {
    return phrase`${who} began its script; the C library passed on what it had kept of the output.`;
  }
  // Of many changes those that are left out are as those that are not.
  const isAllInRanges = named.length > 0 && single.length === 0;
  const all = isAllInRanges ? 0 : counted(single) + raw.changesLeftOut;
  const more = all - counted(told);
  const rest = more === 0 ? [] : [[`and wrote ${all === mostCounted ? 'at least ' : ''}${times(more)}`]];
  const doings = stored.map((words, index) => {
    const line = callers[index] ?? null;
    const isGoingOn = index > 0 && callers[index - 1] === line;
    return line === null || isGoingOn ? words : phrase`line ${line} ${words}`;
  });
  const parts: readonly Phrase[] = [
    ...scriptInWords(raw, shown),
    ...heapInWords(raw, shown),
    ...rangesInWords(shown),
    ...doings,
    ...rest,
  ];
  if (parts.length === 0) return phrase`${who} changed no memory.`;
  const [firstCaller] = callers;
  const beginning = typeof firstCaller === 'number' && parts[0] === doings[0] ? `After ${lowered(who)}, ` : `${who} `;
  return phrase`${beginning}${joined(parts, '; ')}.`;
}

const counted = (changes: readonly NamedChange[]): number => changes.reduce((sum, { count }) => sum + count, 0);
const times = (count: number): string => (count === 1 ? 'once more' : `${count.toLocaleString('en')} more times`);
const lowered = (text: string): string => text.replace(/^Line/, 'line');

function subject({ function: name, note }: RawStep, place: CodePlace | null): string {
  const isGoingOn = note && noteKinds[note[0]] === 'goes-on';
  if (place) return `${isGoingOn ? 'After its call, line' : 'Line'} ${place.line} of ${place.path}`;
  return name ? `The function ${name}` : 'JavaScript';
}

/** Blocks that the step allocated and freed. */
function heapInWords({ allocated, released }: RawMoment, { state: { blocks } }: Shown): readonly Phrase[] {
  const told = (verb: string, [count, ...ids]: RawMoment['allocated']): readonly Phrase[] => {
    const known = ids.flatMap((id) => blocks.filter((block) => block.id === id));
    const each = known.map(({ id, size, address }) => {
      return phrase`${verb} block ${id}, ${size} ${size === 1 ? 'byte' : 'bytes'} at ${formatAddress(address)}`;
    });
    const more = count - known.length;
    return more > 0
      ? [...each, phrase`${verb} ${more} ${known.length > 0 ? 'more ' : ''}${more === 1 ? 'block' : 'blocks'}`]
      : each;
  };
  return [...told('allocated', allocated), ...told('freed', released)];
}

/** What runs at a step; null at the end. */
export function nextInWords({ function: name, note }: RawStep, place: CodePlace | null): string | null {
  if (place) return `line ${place.line} of ${place.path}`;
  return name ?? (note && 'JavaScript');
}

function changeInWords(told: NamedChange, later: readonly Change[]): Phrase {
  const { range } = told.change;
  const size = range.end - range.start;
  const place = told.words.length > 0 ? phrase`, ${told.words}` : [];
  return phrase`stored ${size} ${size === 1 ? 'byte' : 'bytes'}${valueInWords(told, later)} at ${formatAddress(range.start)}${place}`;
}

/** The value as its variable's type reads it; the bytes, where no type is known. */
function valueInWords({ change: { range, after }, value, type }: NamedChange, later: readonly Change[]): Phrase {
  const isLast = !later.some((other) => other.range.start < range.end && other.range.end > range.start);
  if (value && isLast && value.state === 'known' && value.text !== '') {
    return phrase`, value ${code(cut(value.text))}${value.pointsTo ? ` (${value.pointsTo.what})` : ''},`;
  }
  const typed = type === null ? null : typedText(type, after);
  if (typed !== null) return phrase`, value ${code(typed)},`;
  if (after.length <= 8) return phrase`, ${code(bytesText(after))},`;
  return after.every((byte) => byte === after[0]) ? phrase`, each ${code(bytesText(after.subarray(0, 1)))},` : [];
}

const cut = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text);
