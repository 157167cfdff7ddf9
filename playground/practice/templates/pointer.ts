import { mergedRanges } from '../../trace/merged-ranges.ts';
import { prose } from '../markup.ts';
import { knownVariables } from '../situation.ts';
import type { Template } from '../template.ts';

/** Bytes that are shown of what is pointed at. */
const shown = 16;

/** Where a pointer points. */
export const pointer: Template = async ({ situation, random, id }) => {
  const { trace, before, frame } = situation;
  const pointers = knownVariables(frame).flatMap(({ value: { name, range, pointsTo } }) => {
    if (!range || range.end - range.start !== 4 || !pointsTo) return [];
    const isOutside = pointsTo.what === 'null' || pointsTo.what.startsWith('outside');
    return isOutside || pointsTo.range.start === range.start ? [] : [{ name, range, target: pointsTo.range.start }];
  });
  const chosen = random.pick(pointers);
  if (!chosen) return null;
  const { name, range, target } = chosen;
  const around = { start: Math.max(0, target - 4 * random.below(3)), end: target + shown };
  const pieces = mergedRanges([range, around]);
  const read = await Promise.all(
    pieces.map(async (piece) => ({
      address: piece.start,
      bytes: [...(await trace.read(before.step, piece))],
    })),
  );
  if (!read.some(({ address, bytes }) => target >= address && target < address + bytes.length)) return null;
  return {
    kind: 'point',
    id,
    prompt: prose`These are the bytes of ${name}, and some others. Where does ${name} point?`,
    explanation: null,
    memory: { program: '', pieces: read },
    pointer: { address: range.start, size: 4 },
    answer: target,
    mistakes: [
      { address: range.start, feedback: prose`There ${name} itself lies. Read the four bytes in it as an address.` },
    ],
    otherwise: prose`Read the four bytes of ${name} from the last to the first: that is the address.`,
  };
};
