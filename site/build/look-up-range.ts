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
  scope.errors.at(node, `\`${text}\` is empty: it begins at ${start} and ends before ${end}`);
  return null;
}

function bytesRange(value: ReturnType<typeof lookUpValue>): ByteRange | null {
  if (value?.kind !== 'bytes') return null;
  return { start: toAddress(value.address), end: toAddress(value.address + value.bytes.length) };
}

const numberOf = (value: ReturnType<typeof lookUpValue>): number | null =>
  value?.kind === 'number' ? Number(value.value) : null;
