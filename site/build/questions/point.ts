import { z } from 'zod';
import { feedbackOf } from '../blocks/answers.ts';
import { lookUpRange } from '../look-up-range.ts';
import { readMistakes } from './foreseen.ts';
import { numberFrom } from './measured.ts';
import { questionReader } from './question-reader.ts';
import { bytesAt, memoryAttributes, readShownMemory, showsAll } from './shown-memory.ts';

/** A question whose answer is the byte that a pointer points at; the pointer's own bytes tell which. */
export const point = questionReader({
  form: 'list',
  attributes: {
    ...memoryAttributes,
    pointer: z.string().meta({ description: 'the 4 or 8 bytes among them that hold the pointer' }),
  },
  read(given) {
    const { node, attributes: asked, parts, scope } = given;
    const { errors } = scope;
    const memory = readShownMemory(node, asked, scope);
    const held = lookUpRange(scope, node, asked, asked.pointer);
    const { entries, otherwise } = readMistakes(given);
    if (!memory || !held) return null;
    const size = held.end - held.start;
    if ((size !== 4 && size !== 8) || !showsAll(memory, held.start, held.end)) {
      errors.at(node, `\`pointer="${asked.pointer}"\` must be 4 or 8 bytes (here ${size}) among those of \`shown\``);
      return null;
    }
    const answer = bytesAt(memory, held.start, size).reduceRight((value, byte) => value * 256 + byte, 0);
    if (!showsAll(memory, answer, answer + 1)) {
      errors.at(node, `the pointer holds 0x${answer.toString(16)}, which is not among the bytes of \`shown\``);
      return null;
    }
    const mistakes = entries.flatMap((entry) => {
      const address = numberFrom(entry.text, entry.node, asked, scope);
      if (address === answer) errors.at(entry.node, `${entry.text} is the right answer, not a mistake`);
      else if (address !== null && !showsAll(memory, address, address + 1))
        errors.at(
          entry.node,
          `\`${entry.text}\` is not among the bytes of \`shown\`, where learners choose; add it there`,
        );
      return address === null ? [] : [{ address, feedback: feedbackOf(entry, errors) }];
    });
    return { kind: 'point', ...parts, memory, pointer: { address: held.start, size }, answer, mistakes, otherwise };
  },
});
