import { useId } from 'react';
import type { ChoiceQuestion } from '../../lesson/question.ts';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import type { ChoiceAnswer } from './choice.ts';

/** One radio button for each option. */
export function ChoiceFields({ question, answer, grade, onChange }: FieldsProps<ChoiceQuestion, ChoiceAnswer>) {
  const name = useId();
  return (
    <ul className="options">
      {question.options.map(({ html }, index) => (
        <li key={html}>
          <label>
            <input
              type="radio"
              name={name}
              checked={answer === index}
              disabled={grade !== null}
              onChange={() => onChange(index)}
            />
            <HtmlText html={html} />
          </label>
          {grade && answer === index && <Mark right={grade.right} />}
        </li>
      ))}
    </ul>
  );
}
