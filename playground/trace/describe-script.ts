import { formatAddress } from './address-text.ts';
import { noteKinds } from './log.ts';
import type { MemoryState, MemoryView } from './memory-state.ts';
import { code, joined, type Phrase, phrase } from './phrase.ts';
import type { RawMoment } from './raw-moment.ts';

/** What is told of a script beside the log. */
export interface ScriptDoings {
  /** The functions of the program that scripts called in the step, in order. */
  readonly called?: readonly string[];
}

interface Shown extends ScriptDoings {
  readonly step: number;
  readonly state: MemoryState;
}

/** Names of one kind that are told. */
const mostTold = 3;

/** What a step did that leaves no bytes behind: calls, views, growth. */
export function scriptInWords(raw: RawMoment, { step, state, called = [] }: Shown): readonly Phrase[] {
  const { before, growths, grown, otherMemories } = raw;
  if (!before) return [];
  const views = state.views.filter(({ madeBy, madeInStep }) => madeBy === 'script' && madeInStep === step);
  const first = before.note && noteInWords(before.note, views.length > 0, grown > 0);
  const more = views.length - mostTold;
  return [
    ...(first ? [[first]] : []),
    ...(called.length > 0 ? [phrase`called ${list(called.map((name) => [code(name)]))}`] : []),
    ...views.slice(0, mostTold).map(viewInWords),
    ...(more > 0 ? [[`made ${more} more ${more === 1 ? 'view' : 'views'}`]] : []),
    ...(grown > 0 ? [growthInWords(growths.slice(-grown), 'memory')] : []),
    ...otherMemories.flatMap(({ growths: own }, index) =>
      own.length > 0 ? [growthInWords(own, `memory ${index + 1}`)] : [],
    ),
  ];
}

/** A note that is a step by itself: of the host, or of a script that is not instrumented. */
function noteInWords(
  [kind, , what]: readonly [number, number, number],
  tellsView: boolean,
  tellsGrowth: boolean,
): string | null {
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
      return tellsView ? null : `made view ${what}`;
    case 'growth':
      return tellsGrowth ? null : `grew memory by ${pages(what)}`;
    default:
      return null;
  }
}

function viewInWords({ id, type, byteOffset, length, bytesPerElement, tracksLength }: MemoryView): Phrase {
  const unit = type === 'DataView' ? 'byte' : 'element';
  const long = tracksLength
    ? 'to the end of memory'
    : `${length.toLocaleString('en')} ${length === 1 ? unit : `${unit}s`}`;
  const each = bytesPerElement > 1 ? ` of ${bytesPerElement} bytes` : '';
  return phrase`made view ${id}: ${code(type)} at byte offset ${formatAddress(byteOffset)}, ${long}${tracksLength ? '' : each}`;
}

/** By how much a memory grew, from its size before to the last one. */
function growthInWords(growths: RawMoment['growths'], memory: string): Phrase {
  const from = growths[0]?.[0] ?? 0;
  const to = growths.at(-1)?.[1] ?? 0;
  return [`grew ${memory} by ${pages(to - from)}${to > from ? `, to ${to.toLocaleString('en')}` : ''}`];
}

const pages = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'page' : 'pages'}`;

/** `add`, `add` and `sub`; of many the first. */
function list(names: readonly Phrase[]): Phrase {
  const told = names.slice(0, mostTold);
  const more = names.length - told.length;
  const all = more > 0 ? [...told, [`${more} more`]] : told;
  const last = all.at(-1) ?? [];
  return all.length > 1 ? phrase`${joined(all.slice(0, -1), ', ')} and ${last}` : last;
}
