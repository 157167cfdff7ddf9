import type { ChoicesQuestion } from '../../lesson/question.ts';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import type { ChoicesAnswer } from './choices.ts';

/** One checkbox for each option. */
export function ChoicesFields({
  question,
  answer,
  locked,
  grade,
  onChange,
}: FieldsProps<ChoicesQuestion, ChoicesAnswer>) {
  return (
    <ul className="options">
      {question.options.map(({ html }, index) => (
        <li key={html}>
          <label>
            <input
              type="checkbox"
              checked={answer[index] === true}
              disabled={grade !== null || locked[index] === true}
              onChange={({ target }) => onChange(answer.with(index, target.checked))}
            />
            <HtmlText html={html} />
          </label>
          {grade && <Mark right={grade.parts[index] === true} />}
        </li>
      ))}
    </ul>
  );
}
