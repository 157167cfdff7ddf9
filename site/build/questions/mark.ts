import { z } from 'zod';
import type { ShownMemory } from '../../../playground/lesson/question.ts';
import { feedbackOf } from '../blocks/answers.ts';
import type { TextNode } from '../directives.ts';
import type { LessonScope, Meant } from '../lesson-scope.ts';
import { lookUpRange } from '../look-up-range.ts';
import { readMistakes } from './foreseen.ts';
import { questionReader } from './question-reader.ts';
import { memoryAttributes, readShownMemory, showsAll } from './shown-memory.ts';

/** A question whose answer is some of the bytes that are shown: ranges separated by `;`. */
export const mark = questionReader({
  form: 'list',
  attributes: {
    ...memoryAttributes,
    answer: z.string().meta({ description: 'the ranges to be marked, separated by `;`' }),
  },
  read(given) {
    const { node, attributes: asked, parts, scope } = given;
    const memory = readShownMemory(node, asked, scope);
    const { entries, otherwise } = readMistakes(given);
    if (!memory) return null;
    const addresses = (text: string, at: TextNode) => readAddresses(text, at, asked, memory, scope);
    const answer = addresses(asked.answer, node);
    const mistakes = entries.map((entry) => {
      const found = addresses(entry.text, entry.node) ?? [];
      if (found.join() === answer?.join())
        scope.errors.at(entry.node, `${entry.text} is the right answer, not a mistake`);
      return { addresses: found, feedback: feedbackOf(entry, scope.errors) };
    });
    return answer && { kind: 'mark', ...parts, memory, answer, mistakes, otherwise };
  },
});

function readAddresses(
  text: string,
  node: TextNode,
  meant: Meant,
  memory: ShownMemory,
  scope: LessonScope,
): readonly number[] | null {
  const marked = new Set<number>();
  for (const part of text.split(';')) {
    const range = lookUpRange(scope, node, meant, part.trim());
    if (!range) return null;
    if (!showsAll(memory, range.start, range.end)) {
      scope.errors.at(node, `\`${part.trim()}\` is not among the bytes of \`shown\``);
      return null;
    }
    for (let address = range.start as number; address < range.end; address++) marked.add(address);
  }
  return [...marked].sort((a, b) => a - b);
}
