import { type BoundaryCopy, type Crossing, type CrossingPart, goesTo, type PassedValue } from '../trace/crossings.ts';
import type { ByteRange } from '../trace/memory-state.ts';
import { code, joined, type Phrase, phrase } from '../trace/phrase.ts';
import { counted, formatAddress } from './hexadecimal.ts';

/** A sentence of what happened in a crossing. */
export interface StoryLine {
  readonly text: Phrase;
  /** Where to stand to see it; null for what tells of no moment. */
  readonly step: number | null;
  /** The bytes that it is about. */
  readonly range: ByteRange | null;
  /** How many calls it is within. */
  readonly depth: number;
  /** What it tells of, where that may have been timed. */
  readonly part?: CrossingPart;
}

/** Sentences that a story has at most. */
const mostLines = 200;

/** What crossed, in a few words: `ccall("measure", …)`. */
export function crossingTitle(part: CrossingPart, caller = 'JavaScript'): Phrase {
  if (part.kind === 'copy') return copyInWords(part);
  return phrase`${part.way === 'out' ? 'The program' : caller} called ${code(`${part.name}(${valuesIn(part.args)})`)}`;
}

/** All that happened in a crossing, in order. */
export function storyOf(part: CrossingPart): readonly StoryLine[] {
  const lines = part.kind === 'copy' ? [copyLine(part, 0)] : linesOf(part, 0);
  const more = lines.length - mostLines;
  if (more <= 0) return lines;
  const rest = { text: [`And ${counted(more, 'sentence')} more.`], step: null, range: null, depth: 0 };
  return [...lines.slice(0, mostLines), rest];
}

function linesOf(crossing: Crossing, depth: number): readonly StoryLine[] {
  const line = (text: Phrase, step: number | null = null): StoryLine => ({ text, step, range: null, depth });
  const inner = crossing.parts.flatMap((part): readonly StoryLine[] => {
    if (part.kind === 'copy') return [copyLine(part, depth)];
    const title = crossingTitle(part, crossing.way === 'glue' ? 'The glue' : 'JavaScript');
    if (isPlain(part)) return [plainLine(part, title, depth)];
    return [{ ...line(phrase`${title}.`), step: goesTo(part), part }, ...linesOf(part, depth + 1)];
  });
  return [...passedLines(crossing).map((text) => line(text)), ...inner, line(endingInWords(crossing), crossing.ended)];
}

/** Calls of the allocator, and of what does nothing by JavaScript, are told by one sentence. */
const isPlain = ({ parts, ending, name, way }: Crossing): boolean =>
  parts.length === 0 && ending === 'returned' && (way === 'in' ? allocating.has(name) : way === 'out');
const allocating = new Set(['malloc', 'calloc', 'realloc', 'free', '_emscripten_stack_alloc']);

function plainLine(part: Crossing, title: Phrase, depth: number): StoryLine {
  const { name, args, wiredResult, blocks } = part;
  const at = Number(wiredResult?.text) >>> 0;
  const size = Number(args.at(-1)?.text) >>> 0;
  const range = name !== 'free' && at > 0 && size > 0 ? rangeOf(at, size) : null;
  const step = part.ended;
  if (name === '_emscripten_stack_alloc' && range) {
    const text = phrase`The glue took ${counted(size, 'byte')} of the program’s stack, at ${formatAddress(at)}: the call gives them back when it ends.`;
    return { text, step, range, depth, part };
  }
  const got =
    blocks[1] > blocks[0] && range
      ? phrase`, which gave block ${blocks[0]}, ${counted(size, 'byte')} at ${formatAddress(at)}`
      : [];
  const result = got.length === 0 && part.result ? phrase` and got ${code(part.result.text || part.result.type)}` : got;
  return { text: phrase`${title}${result}.`, step, range, depth, part };
}

function rangeOf(at: number, size: number): ByteRange {
  return { start: at as ByteRange['start'], end: (at + size) as ByteRange['end'] };
}

/** Where Wasm got something else than JavaScript passed. */
function passedLines({ way, args, wired }: Crossing): readonly Phrase[] {
  if (way === 'out' || wired.length === 0) return [];
  const numbers = wired.map(({ type, text }) => `${type} ${text}`).join(', ');
  const isOther = wired.some(({ text }, index) => (args[index]?.text ?? 'undefined').replace(/n$/, '') !== text);
  const given = phrase`WebAssembly got ${code(numbers)}`;
  if (args.length > wired.length) return [phrase`${given}: it takes no more than ${counted(wired.length, 'value')}.`];
  return [isOther ? phrase`${given}: numbers are all that it takes.` : phrase`${given}.`];
}

function endingInWords({ way, ending, result, wiredResult, name }: Crossing): Phrase {
  const who = way === 'out' ? 'JavaScript' : way === 'glue' ? code(name) : 'The program';
  if (ending === 'open') return phrase`${who} did not return.`;
  const shown = result && (result.text || result.type);
  if (ending === 'threw') return phrase`${who} threw ${code(shown || 'something')}.`;
  if (shown === null || result?.type === 'undefined') return phrase`${who} returned nothing.`;
  const isOther = wiredResult !== null && wiredResult.text !== shown;
  const wire = wiredResult ? phrase`${code(`${wiredResult.type} ${wiredResult.text}`)}` : [];
  if (!isOther) return phrase`${who} returned ${wire.length > 0 ? wire : code(shown ?? '')}.`;
  return way === 'out'
    ? phrase`JavaScript returned ${code(shown ?? '')}; the program got ${wire}.`
    : phrase`The program returned ${wire}; JavaScript got ${code(shown ?? '')}.`;
}

function copyLine(copy: BoundaryCopy, depth: number): StoryLine {
  return { text: phrase`${copyInWords(copy)}.`, step: copy.step, range: copy.range, depth, part: copy };
}

function copyInWords({ direction, range, by, string }: BoundaryCopy): Phrase {
  const bytes = counted(range.end - range.start, 'byte');
  const at = formatAddress(range.start);
  const who: Phrase =
    by.length === 0
      ? ['JavaScript']
      : joined(
          by.map((each) => [code(each)]),
          ' → ',
        );
  if (direction === 'view') return phrase`JavaScript was given a view of ${bytes} at ${at}: nothing was copied`;
  if (!string) {
    return direction === 'in'
      ? phrase`${who} copied ${bytes} into memory, at ${at}`
      : phrase`${who} copied ${bytes} out of memory, from ${at}`;
  }
  const text = code(string.text.slice(string.text.indexOf('\n') + 1));
  const units = counted(string.units, 'UTF-16 unit');
  const isEnded = direction === 'in' && by.at(-1) !== 'encodeInto';
  return direction === 'in'
    ? phrase`${who} wrote ${text}, ${units}, as ${bytes} of ${string.encoding}${isEnded ? ' with the NUL at its end' : ''}, at ${at}`
    : phrase`${who} read ${bytes} of ${string.encoding} from ${at} and made ${text} of them, ${units}`;
}

const valuesIn = (values: readonly PassedValue[]): string => values.map(({ type, text }) => text || type).join(', ');
