import { formatAddress } from './address-text.ts';
import { crashInWords } from './crashes.ts';
import type { CodePlace } from './memory-state.ts';
import type { RawFinding, RawStep } from './raw-moment.ts';
import type { Finding } from './trace.ts';

/** A finding in words: what happened, and what to do. `callerOf` tells the line of a script that called the program. */
export function describeFinding(
  raw: RawFinding,
  placeAt: (step: RawStep) => CodePlace | null,
  callerOf: (step: RawStep) => CodePlace | null = () => null,
): Finding {
  const [text, causeText] = wordsFor(raw);
  return {
    kind: raw.kind,
    step: raw.guilty.step,
    text: `${text}${moreOf(raw)}`,
    place: placeAt(raw.guilty),
    cause: raw.cause && {
      step: raw.cause.step,
      place: placeAt(raw.cause),
      text: calledBy(causeText, callerOf(raw.cause)),
    },
  };
}

/** What was done, with the line of a script that called the program to do it. */
export const calledBy = (text: string, caller: CodePlace | null): string =>
  caller ? `${text}, called by ${caller.path}, line ${caller.line}` : text;

function moreOf({ kind, times, isPartlyRecorded }: RawFinding): string {
  if (isPartlyRecorded) return ' The line that lost the last pointer is known only of a run that is recorded whole.';
  return kind !== 'leak' && times > 1 ? ` This happens ${times} times.` : '';
}

function wordsFor(raw: RawFinding): readonly [text: string, cause: string] {
  const at = formatAddress(raw.address);
  const block = raw.block ? `block ${raw.block[0]}` : 'a block';
  const accessed = `${raw.access === 'read' ? 'Read' : 'Wrote'} ${bytes(raw.size)} at ${at}`;
  switch (raw.kind) {
    case 'double-free':
      return [
        `Freed ${block} at ${at} a second time. Free each block once, and set the pointer to nullptr then.`,
        'it was freed here before',
      ];
    case 'invalid-free':
      return [
        `Freed ${at}, which no allocation returned. Pass to free what malloc returned, and to an allocator of your own what that one returned.`,
        '',
      ];
    case 'mismatched-free':
      return [
        `Freed ${block} at ${at} with the wrong function. Use free after malloc, delete after new, delete[] after new[].`,
        'it was allocated here',
      ];
    case 'use-after-free':
      return [
        `${accessed}, ${where(raw)}, which had been freed. Use a block only before you free it.`,
        'it was freed here',
      ];
    case 'heap-overflow':
      return [
        `${accessed}, ${where(raw)}. These bytes belong to the allocator. Stay within the ${bytes(raw.block?.[2] ?? 0)} of the block, or allocate more.`,
        'it was allocated here',
      ];
    case 'uninitialised-read':
      return [
        `${accessed}, ${where(raw)}, and nothing had written there. Their value is whatever lay there. Write bytes before you use them.`,
        'it was allocated here',
      ];
    case 'null-page':
      return [
        `${accessed}. Nothing lies so low in memory: the pointer is null, or close to it. Check a pointer before you use it.`,
        '',
      ];
    case 'stack-overflow':
      return [
        `The stack grew to ${at}, ${bytes(raw.size)} below its end, into the data that lies there. Call less deeply, keep large arrays on the heap, or give the program a larger stack.`,
        '',
      ];
    case 'leak':
      return raw.times === 1
        ? [
            `${capital(block)} (${bytes(raw.size)}) is never freed, and no pointer leads to it at the end. Free it.`,
            lossOf('it', raw.loss),
          ]
        : [
            `${raw.times} blocks (${bytes(raw.size)} in all) from this line are never freed, and no pointer leads to them at the end. Free them.`,
            lossOf('one of them', raw.loss),
          ];
    case 'crash':
      return [
        crashInWords(raw.size),
        raw.block ? `it used bytes of ${block}, which was freed here` : 'the pointer became null here',
      ];
    default:
      return raw.kind satisfies never;
  }
}

function lossOf(block: string, how: RawFinding['loss']): string {
  const pointer = `the last pointer to ${block}`;
  if (how === 1) return `the function that held ${pointer} ended here`;
  return how === 2 ? `the block that held ${pointer} was freed here` : `${pointer} was overwritten here`;
}

/** Where the bytes lie, as seen from the block: its byte n, or past its end. */
function where({ address, block }: RawFinding): string {
  if (!block) return 'a copy of bytes from the heap';
  const [id, start, size] = block;
  const offset = address - start;
  if (offset < 0) return offset < -nearBlock ? `from block ${id}` : `${bytes(-offset)} before block ${id}`;
  if (offset < size) return `byte ${offset} of block ${id}`;
  if (offset === size) return `just past block ${id}`;
  return offset - size > nearBlock ? `from block ${id}` : `${bytes(offset - size)} past block ${id}`;
}

/** Farther than this from a block, bytes are a copy of its own. */
const nearBlock = 64;

const bytes = (count: number): string => `${count} ${count === 1 ? 'byte' : 'bytes'}`;
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
