import type { TraceQuestion } from '../../lesson/question.ts';
import { Mark } from '../mark.tsx';
import { type FieldsProps, isFixed, shownGrade } from '../question-kind.ts';
import { longestCell, type TraceAnswer } from './trace.ts';
import './trace-fields.css';
import { useWords } from '../../words/use-words.tsx';

/** A table to fill: a row for each moment, a column for each thing that is asked for. */
export function TraceFields(props: FieldsProps<TraceQuestion, TraceAnswer>) {
  const { question, answer, problemId, onChange } = props;
  const words = useWords().question;
  const { columns, rows } = question;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <div className="trace-fields" role="region" aria-label={words.trace.table} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.trace.moment}</th>
            {columns.map((column) => (
              <th scope="col" key={column}>
                <code>{column}</code>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ moment, cells }, row) => (
            <tr key={moment}>
              <th scope="row">{moment}</th>
              {cells.map(({ text, isGiven }, column) => {
                const index = row * columns.length + column;
                return (
                  <td key={columns[column]}>
                    {isGiven ? (
                      <code>{text}</code>
                    ) : (
                      <span className="trace-cell">
                        <input
                          className="needs-js"
                          aria-label={`${columns[column]}, ${moment}`}
                          aria-invalid={problemId !== null && answer[index]?.trim() === ''}
                          value={answer[index] ?? ''}
                          disabled={isFixed(props, index)}
                          maxLength={longestCell}
                          autoCapitalize="off"
                          autoComplete="off"
                          spellCheck={false}
                          onChange={({ target }) => onChange(answer.with(index, target.value))}
                        />
                        <Mark grade={shownGrade(props, index)} />
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
