import { useId } from 'react';
import type { ChoiceQuestion } from '../../lesson/question.ts';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import type { ChoiceAnswer } from './choice.ts';

/** One radio button for each option. What was wrong in the last try stays marked. */
export function ChoiceFields({ question, answer, grade, isOpen, onChange }: FieldsProps<ChoiceQuestion, ChoiceAnswer>) {
  const name = useId();
  return (
    <ul className="options">
      {question.options.map(({ html }, index) => (
        <li key={html}>
          <label>
            <input
              type="radio"
              className="needs-js"
              name={name}
              checked={answer === index}
              disabled={!isOpen}
              onChange={() => onChange(index)}
            />
            <HtmlText html={html} />
            <Mark grade={grade?.parts[index] ?? 'open'} />
          </label>
        </li>
      ))}
    </ul>
  );
}
