import type { ChoicesQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import { type FieldsProps, isFixed } from '../question-kind.ts';
import type { ChoicesAnswer } from './choices.ts';

/** One checkbox for each option. What was wrong in the last try stays marked. */
export function ChoicesFields(props: FieldsProps<ChoicesQuestion, ChoicesAnswer>) {
  const { question, answer, grade, onChange } = props;
  const words = useWords().question;
  return (
    <>
      <p className="field-hint">{words.choices.hint}</p>
      <ul className="options">
        {question.options.map(({ html }, index) => {
          const found = grade?.parts[index] ?? 'open';
          return (
            <li key={html}>
              <label>
                <input
                  type="checkbox"
                  className="needs-js"
                  checked={answer[index] === true}
                  disabled={isFixed(props, index)}
                  onChange={({ target }) => onChange(answer.with(index, target.checked))}
                />
                <HtmlText html={html} />
                <Mark grade={answer[index] === true || found === 'wrong' ? found : 'open'} />
              </label>
            </li>
          );
        })}
      </ul>
    </>
  );
}
