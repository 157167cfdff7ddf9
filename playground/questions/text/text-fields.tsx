import { useId } from 'react';
import type { TextQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { Mark } from '../mark.tsx';
import { type FieldsProps, shownGrade } from '../question-kind.ts';
import { longestText, type TextAnswer } from './text.ts';

/** A field for a few words, or for exactly what a program prints. */
export function TextFields(props: FieldsProps<TextQuestion, TextAnswer>) {
  const { question, answer, isOpen, problemId, onChange } = props;
  const words = useWords().question;
  const id = useId();
  return (
    <>
      <p className="text-field needs-js">
        <label htmlFor={`${id}field`}>{words.answer}</label>
        <input
          id={`${id}field`}
          value={answer}
          disabled={!isOpen}
          maxLength={longestText}
          aria-invalid={problemId !== null}
          aria-describedby={`${id}hint ${problemId ?? ''}`}
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
        />
        <Mark grade={shownGrade(props, 0)} />
      </p>
      <p className="field-hint" id={`${id}hint`}>
        {question.isExact ? words.text.exact : words.text.loose}
      </p>
    </>
  );
}
