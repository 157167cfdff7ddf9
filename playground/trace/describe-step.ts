import { formatAddress } from './address-text.ts';
import { mostTelling, type NamedChange, nameChanges, type Surroundings } from './describe-place.ts';
import { noteKinds } from './log.ts';
import type { CodePlace } from './memory-state.ts';
import { code, joined, type Phrase, phrase } from './phrase.ts';
import type { RawMoment, RawStep } from './raw-moment.ts';
import type { Change } from './trace.ts';
import { typedText } from './typed-text.ts';

interface Shown extends Surroundings {
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
  const note = before.note && noteInWords(before.note);
  const told = mostTelling(nameChanges(shown.changes, shown)).slice(0, mostTold);
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
  const all = shown.changes.length + raw.changesLeftOut;
  const more = all - told.reduce((count, each) => count + each.count, 0);
  const rest = more === 0 ? [] : [[`and wrote ${all === mostCounted ? 'at least ' : ''}${times(more)}`]];
  const doings = stored.map((words, index) => {
    const line = callers[index] ?? null;
    const isGoingOn = index > 0 && callers[index - 1] === line;
    return line === null || isGoingOn ? words : phrase`line ${line} ${words}`;
  });
  const parts: readonly Phrase[] = [...(note ? [[note]] : []), ...heapInWords(raw, shown), ...doings, ...rest];
  if (parts.length === 0) return phrase`${who} changed no memory.`;
  const [firstCaller] = callers;
  const beginning = typeof firstCaller === 'number' && parts[0] === doings[0] ? `After ${lowered(who)}, ` : `${who} `;
  return phrase`${beginning}${joined(parts, '; ')}.`;
}

const times = (count: number): string => (count === 1 ? 'once more' : `${count.toLocaleString('en')} more times`);
const lowered = (text: string): string => text.replace(/^Line/, 'line');

function subject({ function: name }: RawStep, place: CodePlace | null): string {
  if (place) return `Line ${place.line} of ${place.path}`;
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

function noteInWords([kind, , what]: NonNullable<RawStep['note']>): string | null {
  switch (noteKinds[kind]) {
    case 'call':
      return 'called the program';
    case 'called':
      return 'came back from the program';
    case 'script':
      return 'began its script';
    case 'scripted':
      return 'ended its script';
    case 'view':
      return `made view ${what}`;
    case 'growth':
      return `grew memory by ${what} ${what === 1 ? 'page' : 'pages'}`;
    default:
      return null;
  }
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
  const bytes = [...after].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase());
  if (bytes.length <= 8) return phrase`, ${code(bytes.join(' '))},`;
  return bytes.every((byte) => byte === bytes[0]) ? phrase`, each ${code(bytes[0] ?? '')},` : [];
}

const cut = (text: string): string => (text.length > longestValue ? `${text.slice(0, longestValue)}…` : text);
