import { elementBytes, type PlacedView, type ViewQuestion } from '../../lesson/question.ts';
import { isRecord } from '../../lesson/saved-work.ts';
import { readNumber } from '../number/read-number.ts';
import { type PartGrade, partsInWords, type QuestionKind, usualWords } from '../question-kind.ts';
import { ViewFields } from './view-fields.tsx';

/** The parts of a view as they were chosen and typed; the type is empty before one is chosen. */
export interface ViewAnswer {
  readonly type: PlacedView['type'] | '';
  readonly offset: string;
  readonly length: string;
}

/** The parts of a view, in the order of their grades. */
const viewParts = ['type', 'offset', 'length'] as const;

export const view: QuestionKind<ViewQuestion, ViewAnswer> = {
  start: () => ({ type: '', offset: '', length: '' }),
  restore(_question, kept) {
    if (!isRecord(kept)) return null;
    const { type, offset, length } = kept;
    const isType = type === '' || (typeof type === 'string' && Object.hasOwn(elementBytes, type));
    const isText = (text: unknown): text is string => typeof text === 'string' && text.length <= 100;
    return isType && isText(offset) && isText(length) ? { type: type as ViewAnswer['type'], offset, length } : null;
  },
  missing(_question, { type, offset, length }, words = usualWords) {
    if (type === '') return words.view.missing;
    const readOffset = readNumber(offset, 'any', 'bytes', words.number);
    if ('problem' in readOffset) return `${words.view.offset}: ${readOffset.problem}`;
    const readLength = readNumber(length, 'any', 'elements', words.number);
    return 'problem' in readLength ? `${words.view.length}: ${readLength.problem}` : null;
  },
  grade({ answer: wanted, mistakes, otherwise }, answer, words = usualWords) {
    const given = placed(answer);
    const parts = viewParts.map((part): PartGrade => (given?.[part] === wanted[part] ? 'right' : 'wrong'));
    if (!parts.includes('wrong')) return { right: true, parts, summary: '', remarks: [] };
    const foreseen = mistakes.filter(({ view }) =>
      viewParts.every(
        (part) => view[part] === undefined || (view[part] === given?.[part] && view[part] !== wanted[part]),
      ),
    );
    const remarks = foreseen.map(({ feedback }) => ({ about: null, html: feedback }));
    return {
      right: false,
      parts,
      summary: partsInWords(parts, 'parts', words),
      remarks: remarks.length > 0 ? remarks : [{ about: null, html: otherwise }],
    };
  },
  Fields: ViewFields,
};

/** The view that was entered; null while a part is missing or cannot be read. */
export function placed({ type, offset, length }: ViewAnswer): PlacedView | null {
  const [start, count] = [readNumber(offset, 'any', 'bytes'), readNumber(length, 'any', 'elements')];
  return type !== '' && 'value' in start && 'value' in count
    ? { type, offset: start.value, length: count.value }
    : null;
}
