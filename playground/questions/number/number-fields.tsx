import type { NumberQuestion } from '../../lesson/question.ts';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import type { NumberAnswer } from './number.ts';

const placeholders = { hex: '0x…', decimal: '', any: '' };

/** A field for one number, with its unit. */
export function NumberFields({ question, answer, grade, onChange }: FieldsProps<NumberQuestion, NumberAnswer>) {
  return (
    <p className="number-field">
      <label>
        <span className="visually-hidden">Your answer</span>
        <input
          value={answer}
          placeholder={placeholders[question.notation]}
          disabled={grade !== null}
          autoComplete="off"
          spellCheck={false}
          inputMode="text"
          onChange={({ target }) => onChange(target.value)}
        />
      </label>
      {question.unit && <span className="unit">{question.unit}</span>}
      {grade && <Mark right={grade.right} />}
    </p>
  );
}
