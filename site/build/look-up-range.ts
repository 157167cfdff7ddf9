import { parseSelection } from '../../playground/lesson/selection.ts';
import type { ByteRange } from '../../playground/trace/memory-state.ts';
import { toAddress } from '../../playground/trace/memory-state.ts';
import { jumpTo } from '../../playground/view-model/jump.ts';
import type { TextNode } from './directives.ts';
import { type LessonScope, lookUpRun, lookUpValue, type Meant } from './lesson-scope.ts';

/**
 * Bytes of a program at a moment: those of a symbol, of `block 1` or `view 1`, of `variableBytes(name)`, or
 * `start..end`, whose ends may be readings. Reports at the node and returns null when there are none.
 */
export function lookUpRange(scope: LessonScope, node: TextNode, meant: Meant, text: string): ByteRange | null {
  if (text === '') {
    scope.errors.at(
      node,
      'no bytes are named here; write a symbol, `block 1` or `0x410..0x414`, with `;` only between two',
    );
    return null;
  }
  const ends = text.split('..').map((end) => end.trim());
  if (ends.length !== 2 || parseSelection(text)) {
    const run = lookUpRun(scope, node, meant);
    if (!run) return null;
    if (/^variableBytes\(/.test(text)) return bytesRange(lookUpValue(scope, node, meant, text));
    const jump = jumpTo(text, run.state);
    if (jump.ok) return jump.range;
    scope.errors.at(node, jump.message);
    return null;
  }
  const [start, end] = ends.map((reading) =>
    /^(0x[\da-f]+|\d+)$/i.test(reading) ? Number(reading) : numberOf(lookUpValue(scope, node, meant, reading)),
  );
  if (start == null || end == null) return null;
  if (start >= 0 && start < end) return { start: toAddress(start), end: toAddress(end) };
  const why =
    start === end ? `it begins at ${start}, and its end is not in it` : `it begins at ${start} and ends at ${end}`;
  const what = start === end ? 'holds no byte' : 'runs backwards';
  scope.errors.at(node, `\`${text}\` ${what}: ${why}; write the lower address first, then the one after the last byte`);
  return null;
}

function bytesRange(value: ReturnType<typeof lookUpValue>): ByteRange | null {
  if (value?.kind !== 'bytes') return null;
  return { start: toAddress(value.address), end: toAddress(value.address + value.bytes.length) };
}

const numberOf = (value: ReturnType<typeof lookUpValue>): number | null =>
  value?.kind === 'number' ? Number(value.value) : null;
