import { parseSelection } from '../../playground/lesson/selection.ts';
import type { ByteRange } from '../../playground/trace/memory-state.ts';
import { toAddress } from '../../playground/trace/memory-state.ts';
import { jumpTo } from '../../playground/view-model/jump.ts';
import type { TextNode } from './directives.ts';
import { type LessonScope, lookUpValue, meantProgram } from './lesson-scope.ts';

/**
 * Bytes of a program at its end: those of a symbol, of `block 1` or `view 1`, or `start..end`, whose ends may be
 * readings. Reports at the node and returns null when there are none.
 */
export function lookUpRange(
  scope: LessonScope,
  node: TextNode,
  program: string | undefined,
  text: string,
): ByteRange | null {
  const ends = text.split('..').map((end) => end.trim());
  if (ends.length !== 2 || parseSelection(text)) {
    const meant = meantProgram(scope, node, program);
    const run = meant && scope.runs.get(meant.id);
    if (!run) return null;
    const jump = jumpTo(text, run.state);
    if (jump.ok) return jump.range;
    scope.errors.at(node, jump.message);
    return null;
  }
  const [start, end] = ends.map((reading) =>
    /^(0x[\da-f]+|\d+)$/i.test(reading) ? Number(reading) : numberOf(lookUpValue(scope, node, program, reading)),
  );
  if (start == null || end == null) return null;
  if (start >= 0 && start < end) return { start: toAddress(start), end: toAddress(end) };
  scope.errors.at(node, `\`${text}\` is empty: it begins at ${start} and ends before ${end}`);
  return null;
}

const numberOf = (value: ReturnType<typeof lookUpValue>): number | null =>
  value?.kind === 'number' ? Number(value.value) : null;
