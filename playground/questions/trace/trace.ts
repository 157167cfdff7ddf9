import type { TraceQuestion } from '../../lesson/question.ts';
import { readNumber } from '../number/read-number.ts';
import { type PartGrade, partsInWords, type QuestionKind, usualWords } from '../question-kind.ts';
import { normalText } from '../text/normal-text.ts';
import { TraceFields } from './trace-fields.tsx';

/** As typed, row by row; what is given stands in its place. */
export type TraceAnswer = readonly string[];

/** Characters that a cell may have. */
export const longestCell = 100;

const cellsOf = ({ rows }: TraceQuestion) => rows.flatMap(({ cells }) => cells);

/** Parts are the cells, row by row. Numbers are compared as numbers, so that 16 and 0x10 are the same. */
export const trace: QuestionKind<TraceQuestion, TraceAnswer> = {
  start: (question) => cellsOf(question).map(({ text, isGiven }) => (isGiven ? text : '')),
  restore(question, kept) {
    const cells = cellsOf(question);
    const fits =
      Array.isArray(kept) &&
      kept.length === cells.length &&
      kept.every((text) => typeof text === 'string' && text.length <= longestCell);
    if (!fits) return null;
    return cells.map(({ text, isGiven }, index) => (isGiven ? text : String(kept[index])));
  },
  missing(_question, answer, words = usualWords) {
    const empty = answer.filter((text) => text.trim() === '').length;
    return empty === 0 ? null : words.trace.missing(empty);
  },
  grade(question, answer, words = usualWords) {
    const cells = cellsOf(question);
    const parts = cells.map(({ text, isGiven }, index): PartGrade => {
      if (isGiven) return 'open';
      return isSame(answer[index] ?? '', text) ? 'right' : 'wrong';
    });
    const right = !parts.includes('wrong');
    const asked = parts.filter((part) => part !== 'open');
    const width = question.columns.length;
    return {
      right,
      parts,
      summary: right ? '' : partsInWords(asked, 'cells', words),
      remarks: question.rows.flatMap(({ feedback }, row) =>
        parts.slice(row * width, (row + 1) * width).includes('wrong') ? [{ about: null, html: feedback }] : [],
      ),
    };
  },
  Fields: TraceFields,
};

function isSame(typed: string, wanted: string): boolean {
  const number = readNumber(wanted, 'any');
  const given = readNumber(typed, 'any');
  if ('value' in number && 'value' in given) return number.value === given.value;
  return normalText(typed, false) === normalText(wanted, false);
}
