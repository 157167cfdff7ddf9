import type { MatchQuestion } from '../../lesson/question.ts';
import { HtmlText } from '../html-text.tsx';
import { Mark } from '../mark.tsx';
import type { FieldsProps } from '../question-kind.ts';
import type { MatchAnswer } from './match.ts';

/** Each left side with a list of all right sides to choose from. */
export function MatchFields({ question, answer, locked, grade, onChange }: FieldsProps<MatchQuestion, MatchAnswer>) {
  const { pairs, shown } = question;
  return (
    <ul className="match-fields">
      {pairs.map(({ left }, index) => (
        <li key={left}>
          <label>
            <HtmlText html={left} />
            <select
              value={answer[index] ?? ''}
              disabled={grade !== null || locked[index] === true}
              onChange={({ target }) => onChange(answer.with(index, target.value === '' ? null : Number(target.value)))}
            >
              <option value="">Choose…</option>
              {shown.map((pair) => (
                <option key={pair} value={pair}>
                  {textOf(pairs[pair]?.right ?? '')}
                </option>
              ))}
            </select>
          </label>
          {grade && <Mark right={grade.parts[index] === true} />}
        </li>
      ))}
    </ul>
  );
}

/** An option of a list holds text only: tags go, characters stay. */
function textOf(html: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };
  return html.replaceAll(/<[^>]+>/g, '').replaceAll(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return named[name] ?? whole;
    return String.fromCodePoint(Number(name.replace(/^#x/i, '0x').replace('#', '')));
  });
}
