import { useId } from 'react';
import type { NumberQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { Mark } from '../mark.tsx';
import { type FieldsProps, shownGrade } from '../question-kind.ts';
import type { NumberAnswer } from './number.ts';

/** A field for one number, with its unit and the notations it takes. */
export function NumberFields(props: FieldsProps<NumberQuestion, NumberAnswer>) {
  const { question, answer, isOpen, problemId, onChange } = props;
  const words = useWords().question;
  const id = useId();
  return (
    <>
      <p className="number-field needs-js">
        <label htmlFor={`${id}field`}>{words.answer}</label>
        <input
          id={`${id}field`}
          value={answer}
          disabled={!isOpen}
          maxLength={100}
          aria-invalid={problemId !== null}
          aria-describedby={`${id}unit ${id}hint ${problemId ?? ''}`}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
        <span id={`${id}unit`}>{question.unit}</span>
        <Mark grade={shownGrade(props, 0)} />
      </p>
      <p className="field-hint" id={`${id}hint`}>
        {words.number.hints[question.notation]}
      </p>
    </>
  );
}
