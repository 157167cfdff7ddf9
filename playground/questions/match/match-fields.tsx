import { useId } from 'react';
import type { MatchQuestion } from '../../lesson/question.ts';
import { useWords } from '../../words/use-words.tsx';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import { plainText } from '../plain-text.ts';
import { type FieldsProps, isFixed, shownGrade } from '../question-kind.ts';
import type { MatchAnswer } from './match.ts';
import './match-fields.css';

/** Each left side with a list of all right sides to choose from. */
export function MatchFields(props: FieldsProps<MatchQuestion, MatchAnswer>) {
  const { question, answer, onChange } = props;
  const words = useWords().question;
  const { pairs } = question;
  const id = useId();
  const offered = question.shown.flatMap((pair) => pairs[pair]?.right ?? []);
  const choose = (index: number, right: string): void => {
    const pair = pairs.findIndex((each) => each.right === right);
    onChange(answer.with(index, pair === -1 ? null : pair));
  };
  return (
    <>
      <ul className="match-fields">
        {pairs.map(({ left }, index) => {
          const chosen = pairs[answer[index] ?? -1]?.right;
          return (
            <li key={left}>
              <span className="match-left" id={`${id}${index}`}>
                <HtmlText html={left} />
              </span>
              {chosen && isFixed(props, index) ? (
                <HtmlText html={chosen} />
              ) : (
                <select
                  aria-labelledby={`${id}${index}`}
                  className="needs-js"
                  value={chosen ?? ''}
                  onChange={({ target }) => choose(index, target.value)}
                >
                  <option value="">{words.choose}</option>
                  {[...new Set(offered)].map((right) => (
                    <option key={right} value={right}>
                      {plainText(right)}
                    </option>
                  ))}
                </select>
              )}
              <Mark grade={shownGrade(props, index)} />
            </li>
          );
        })}
      </ul>
      <div className="without-js match-offered">
        <p>{words.match.offered}</p>
        <ul>
          {offered.map((right, index) => (
            <li key={index}>
              <HtmlText html={right} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}
