import type { BorderWitness } from './border-witness.ts';
import { getOwnPropertyDescriptor, isArray, isView, typedArrayName, typedLength } from './intrinsics.ts';
import { boundsOf } from './value-preview.ts';

/** Who is told of a copy. */
export type Copied = Pick<BorderWitness, 'source' | 'copied'>;

/** Tells what a function of the glue copied, by its arguments and its result. */
export type TellCopy = (crossings: Copied, args: readonly unknown[], result: unknown) => void;

const number = (value: unknown): number => +(value as number);

// Arguments are not destructured: that would ask a list for its iterator, which a script may have replaced.
const encodes =
  (encoding: string, terminator: number): TellCopy =>
  (crossings, args, written) => {
    const text = args[0];
    const hasRoom = args[2] === undefined || number(args[2]) >= terminator;
    if (typeof text !== 'string' || !hasRoom) return;
    crossings.copied('in', number(args[1]), number(written) + terminator, { encoding, text });
  };

const decodes =
  (encoding: string, bytesOf: (text: string) => number): TellCopy =>
  (crossings, args, text) => {
    if (typeof text !== 'string' || !args[0]) return;
    crossings.copied('out', number(args[0]), bytesOf(text), { encoding, text });
  };

/**
 * The functions of Emscripten's glue that copy between JavaScript and memory: all others that do call one of these.
 * What they write ends with a NUL, which the number of bytes that they return leaves out.
 */
export const glueCopies: Readonly<Record<string, TellCopy>> = {
  stringToUTF8Array(crossings, args, written) {
    const text = args[0];
    if (!isMemory(crossings, args[1]) || typeof text !== 'string' || !(number(args[3]) > 0)) return;
    crossings.copied('in', number(args[2]), number(written) + 1, { encoding: 'UTF-8', text });
  },
  stringToUTF16: encodes('UTF-16', 2),
  stringToUTF32: encodes('UTF-32', 4),
  stringToAscii(crossings, args) {
    const text = args[0];
    if (typeof text === 'string') crossings.copied('in', number(args[1]), text.length + 1, { encoding: 'ASCII', text });
  },
  writeArrayToMemory(crossings, args) {
    const length = countOf(args[0]);
    if (length > 0) crossings.copied('in', number(args[1]), length, null);
  },
  UTF8ArrayToString(crossings, args, text) {
    const bytes = args[0] as Uint8Array<ArrayBuffer>;
    if (!isMemory(crossings, bytes) || typeof text !== 'string') return;
    const start = number(args[1] ?? 0);
    const stop = args[2] === undefined ? typedLength(bytes) : start + number(args[2]);
    let end = start;
    while (end < stop && (args[3] || bytes[end])) end++;
    crossings.copied('out', start, end - start, { encoding: 'UTF-8', text });
  },
  UTF16ToString: decodes('UTF-16', (text) => text.length * 2),
  UTF32ToString: decodes('UTF-32', (text) => codePoints(text) * 4),
  AsciiToString: decodes('ASCII', (text) => text.length),
};

/** Whether the glue's function works on memory: it does on other arrays, too. */
const isMemory = ({ source }: Copied, heap: unknown): boolean =>
  isView(heap) && boundsOf(heap)?.buffer === source.buffer();

function countOf(array: unknown): number {
  if (isView(array)) return typedArrayName(array) === undefined ? 0 : typedLength(array as Uint8Array<ArrayBuffer>);
  return isArray(array) ? (getOwnPropertyDescriptor(array, 'length')?.value as number) : 0;
}

function codePoints(text: string): number {
  const isWithin = (at: number, first: string, last: string) => {
    const unit = text[at] ?? '';
    return unit >= first && unit <= last;
  };
  let count = text.length;
  for (let at = 1; at < text.length; at++)
    if (isWithin(at, '\uDC00', '\uDFFF') && isWithin(at - 1, '\uD800', '\uDBFF')) count--;
  return count;
}
