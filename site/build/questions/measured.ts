import { z } from 'zod';
import type { Html } from '../../../playground/lesson/html.ts';
import { type Entry, feedbackOf } from '../blocks/answers.ts';
import type { TextNode } from '../directives.ts';
import { type LessonScope, lookUpValue, type Meant } from '../lesson-scope.ts';
import { readMistakes, refuseSameMeaning } from './foreseen.ts';
import { meantAttributes, questionReader } from './question-reader.ts';

const measured = {
  answer: z.string().meta({ description: 'what is right, as written or as a reading' }),
  ...meantAttributes,
};

/** A question whose answer is a number, written or read from a run. */
export const number = questionReader({
  form: 'list',
  attributes: {
    ...measured,
    unit: z.string().optional().meta({ description: 'shown behind the field: `bytes`' }),
    notation: z
      .enum(['hex', 'decimal', 'any'])
      .default('any')
      .meta({ description: 'which is asked for; with `any`, `0x10`, `0b10000` and `16` are all right' }),
  },
  read(given) {
    const { node, attributes: asked, parts, scope } = given;
    const answer = numberFrom(asked.answer, node, asked, scope);
    const { entries, otherwise } = readMistakes(given);
    const mistakes: { value: number; feedback: Html }[] = [];
    const meant: { entry: Entry; meaning: string }[] = [];
    for (const entry of entries) {
      const value = numberFrom(entry.text, entry.node, asked, scope);
      if (value !== null && value === answer)
        scope.errors.at(entry.node, `${entry.text} is the right answer, not a mistake`);
      if (value === null) continue;
      mistakes.push({ value, feedback: feedbackOf(entry, scope.errors) });
      meant.push({ entry, meaning: String(value) });
    }
    refuseSameMeaning(meant, scope.errors);
    if (answer === null) return null;
    const { unit = null, notation } = asked;
    return { kind: 'number', ...parts, answer, unit, notation, mistakes, otherwise };
  },
});

/** A question whose answer is a row of bytes, written or read from a run. */
export const bytes = questionReader({
  form: 'list',
  attributes: measured,
  read(given) {
    const { node, attributes: asked, parts, scope } = given;
    const right = bytesFrom(asked.answer, node, asked, scope);
    const { entries, otherwise } = readMistakes(given);
    const mistakes: { bytes: readonly number[]; feedback: Html }[] = [];
    const meant: { entry: Entry; meaning: string }[] = [];
    for (const entry of entries) {
      const mistake = bytesFrom(entry.text, entry.node, asked, scope);
      if (!mistake) continue;
      if (right && mistake.bytes.length !== right.bytes.length) {
        scope.errors.at(entry.node, `the answer has ${right.bytes.length} bytes, this mistake ${mistake.bytes.length}`);
      }
      if (right && String(mistake.bytes) === String(right.bytes))
        scope.errors.at(entry.node, `${entry.text} is the right answer, not a mistake`);
      mistakes.push({ bytes: mistake.bytes, feedback: feedbackOf(entry, scope.errors) });
      meant.push({ entry, meaning: mistake.bytes.join() });
    }
    refuseSameMeaning(meant, scope.errors);
    if (!right) return null;
    const program = asked.program ?? [...scope.programs.keys()][0];
    const place =
      right.address === null || program === undefined || asked.moment !== undefined
        ? null
        : { program, address: right.address };
    return { kind: 'bytes', ...parts, answer: right.bytes, place, mistakes, otherwise };
  },
});

/** A number as it is written, or as a reading gives it. Reports and returns null when it is neither. */
export function numberFrom(text: string, node: TextNode, meant: Meant, scope: LessonScope): number | null {
  if (/^-?(0x[\da-f]+|\d+(\.\d+)?)$/i.test(text)) {
    return text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
  }
  const [, written] = /^(-?(?:0x[\da-f]+|\d+(?:\.\d+)?))\s*[\p{L}%]+$/iu.exec(text) ?? [];
  if (written !== undefined) {
    scope.errors.at(node, `\`${text}\` is more than a number; write \`${written}\`, and the unit as \`unit="…"\``);
    return null;
  }
  const value = lookUpValue(scope, node, meant, text);
  if (value === null) return null;
  if (value.kind === 'number') return Number(value.value);
  scope.errors.at(node, `\`${text}\` is not a number`);
  return null;
}

interface ByteAnswer {
  readonly bytes: readonly number[];
  readonly address: number | null;
}

function bytesFrom(text: string, node: TextNode, meant: Meant, scope: LessonScope): ByteAnswer | null {
  if (/^[\da-f]{2}( [\da-f]{2})*$/i.test(text)) {
    return { bytes: text.split(' ').map((byte) => Number.parseInt(byte, 16)), address: null };
  }
  const wrong =
    /^[^\s()]{1,4}( [^\s()]{1,4})+$/.test(text) && text.split(' ').find((byte) => !/^[\da-f]{2}$/i.test(byte));
  if (wrong) {
    scope.errors.at(node, `\`${wrong}\` is no byte; each is two digits, 0 to 9 and A to F: \`2A 00\``);
    return null;
  }
  const value = lookUpValue(scope, node, meant, text);
  if (value === null) return null;
  if (value.kind === 'bytes') return value;
  scope.errors.at(node, `\`${text}\` is not bytes; write \`2A 00\` or \`bytes(greeting)\``);
  return null;
}
