import type { Html } from '../../../playground/lesson/html.ts';
import type { Notation, Question } from '../../../playground/lesson/question.ts';
import type { ContainerDirective, TextNode } from '../directives.ts';
import { type LessonScope, lookUpValue } from '../lesson-scope.ts';
import { type Entry, feedbackOf } from './answers.ts';
import type { QuestionParts } from './question.ts';

interface Asked {
  readonly answer: string;
  readonly program?: string | undefined;
  readonly unit?: string | undefined;
  readonly notation: Notation;
}

/** A question whose answer is a number, written or read from a run. */
export function readNumberQuestion(
  node: ContainerDirective,
  asked: Asked,
  entries: readonly Entry[],
  parts: QuestionParts,
  scope: LessonScope,
): Question | null {
  const answer = numberFrom(asked.answer, node, asked.program, scope);
  const { foreseen, otherwise } = splitMistakes(node, entries, scope);
  const mistakes: { value: number; feedback: Html }[] = [];
  for (const entry of foreseen) {
    const value = numberFrom(entry.text, entry.node, asked.program, scope);
    if (value !== null && value === answer)
      scope.errors.at(entry.node, `${entry.text} is the right answer, not a mistake`);
    if (value !== null) mistakes.push({ value, feedback: feedbackOf(entry, scope.errors) });
  }
  if (answer === null) return null;
  return { kind: 'number', ...parts, answer, unit: asked.unit ?? null, notation: asked.notation, mistakes, otherwise };
}

/** A question whose answer is a row of bytes, written or read from a run. */
export function readBytesQuestion(
  node: ContainerDirective,
  asked: Asked,
  entries: readonly Entry[],
  parts: QuestionParts,
  scope: LessonScope,
): Question | null {
  const right = bytesFrom(asked.answer, node, asked.program, scope);
  const { foreseen, otherwise } = splitMistakes(node, entries, scope);
  const mistakes: { bytes: readonly number[]; feedback: Html }[] = [];
  for (const entry of foreseen) {
    const mistake = bytesFrom(entry.text, entry.node, asked.program, scope);
    if (!mistake) continue;
    if (right && mistake.bytes.length !== right.bytes.length) {
      scope.errors.at(entry.node, `the answer has ${right.bytes.length} bytes, this mistake ${mistake.bytes.length}`);
    }
    mistakes.push({ bytes: mistake.bytes, feedback: feedbackOf(entry, scope.errors) });
  }
  if (!right) return null;
  const program = asked.program ?? [...scope.programs.keys()][0];
  const place = right.address === null || program === undefined ? null : { program, address: right.address };
  return { kind: 'bytes', ...parts, answer: right.bytes, place, mistakes, otherwise };
}

function splitMistakes(
  node: ContainerDirective,
  entries: readonly Entry[],
  scope: LessonScope,
): { foreseen: readonly Entry[]; otherwise: Html } {
  const last = entries.at(-1);
  if (last?.text !== 'other') {
    scope.errors.at(node, 'the last mistake is `other`, with feedback for everything that was not foreseen');
    return { foreseen: entries, otherwise: '' as Html };
  }
  return { foreseen: entries.slice(0, -1), otherwise: feedbackOf(last, scope.errors) };
}

function numberFrom(text: string, node: TextNode, program: string | undefined, scope: LessonScope): number | null {
  if (/^-?(0x[\da-f]+|\d+(\.\d+)?)$/i.test(text)) {
    return text.startsWith('-') ? -Number(text.slice(1)) : Number(text);
  }
  const value = lookUpValue(scope, node, program, text);
  if (value === null) return null;
  if (value.kind === 'number') return Number(value.value);
  scope.errors.at(node, `\`${text}\` is not a number`);
  return null;
}

interface ByteAnswer {
  readonly bytes: readonly number[];
  readonly address: number | null;
}

function bytesFrom(text: string, node: TextNode, program: string | undefined, scope: LessonScope): ByteAnswer | null {
  if (/^[\da-f]{2}( [\da-f]{2})*$/i.test(text)) {
    return { bytes: text.split(' ').map((byte) => Number.parseInt(byte, 16)), address: null };
  }
  const value = lookUpValue(scope, node, program, text);
  if (value === null) return null;
  if (value.kind === 'bytes') return value;
  scope.errors.at(node, `\`${text}\` is not bytes; write \`2A 00\` or \`bytes(greeting)\``);
  return null;
}
