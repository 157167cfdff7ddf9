import { z } from 'zod';
import type { ShownMemory } from '../../../playground/lesson/question.ts';
import type { TextNode } from '../directives.ts';
import { type LessonScope, lookUpRun, type Meant, meantProgram } from '../lesson-scope.ts';
import { lookUpRange } from '../look-up-range.ts';
import { meantAttributes } from './question-reader.ts';

/** Bytes that a question can show: more are no question but a search. */
const mostBytes = 128;

export const memoryAttributes = {
  shown: z.string().meta({ description: 'ranges whose bytes are shown, separated by `;`: at most 128 bytes' }),
  ...meantAttributes,
};

/** Bytes of a program's memory: ranges separated by `;`. Reports and returns null when they cannot be shown. */
export function readShownMemory(
  node: TextNode,
  asked: Meant & { readonly shown: string },
  scope: LessonScope,
): ShownMemory | null {
  const program = meantProgram(scope, node, asked.program);
  const run = program && lookUpRun(scope, node, asked);
  if (!run) return null;
  const ranges = asked.shown.split(';').map((text) => lookUpRange(scope, node, asked, text.trim()));
  const sound = ranges.filter((range) => range !== null).sort((a, b) => a.start - b.start);
  if (sound.length < ranges.length) return null;
  if (sound.some(({ end }, index) => end > (sound[index + 1]?.start ?? Infinity))) {
    scope.errors.at(node, `the ranges of \`shown="${asked.shown}"\` overlap; write each byte once`);
    return null;
  }
  const total = sound.reduce((sum, { start, end }) => sum + end - start, 0);
  if (total > mostBytes) {
    scope.errors.at(node, `\`shown\` has ${total} bytes; a question shows at most ${mostBytes}`);
    return null;
  }
  const pieces = sound.map(({ start, end }) => ({ address: start, bytes: [...run.memory.subarray(start, end)] }));
  return { program: program.id, pieces };
}

/** Whether every byte of a range is shown. */
export function showsAll({ pieces }: ShownMemory, start: number, end: number): boolean {
  return pieces.some(({ address, bytes }) => address <= start && end <= address + bytes.length);
}

/** The bytes of a range that is shown. */
export function bytesAt({ pieces }: ShownMemory, start: number, size: number): readonly number[] {
  const piece = pieces.findLast(({ address }) => address <= start);
  return piece?.bytes.slice(start - piece.address, start - piece.address + size) ?? [];
}
