import { CircleCheck, CircleEllipsis, CircleX } from 'lucide-react';
import { counted } from '../../playground/view-model/hexadecimal.ts';
import type { LessonState } from './use-lesson.ts';

interface ProblemListProps {
  readonly state: LessonState;
  /** Goes to a place; null where there is no editor to go to. */
  readonly onShow: ((path: string, line: number, column: number) => void) | null;
}

/** What is wrong with the lesson, each with its place and what to write instead. */
export function ProblemList({ state, onShow }: ProblemListProps) {
  const { errors, remarks, failure } = state;
  const known = errors.length > 0 || failure !== null ? 'wrong' : isUnderWay(state) ? 'open' : 'right';
  const Icon = { wrong: CircleX, open: CircleEllipsis, right: CircleCheck }[known];
  return (
    <section className="author-problems" aria-label="Errors">
      <p role="status" data-state={known}>
        <Icon aria-hidden="true" /> {inWords(state)}
      </p>
      {errors.length + remarks.length > 0 && (
        <ol>
          {[...errors, ...remarks].map(({ file, line, column, message }, index) => (
            <li key={`${index} ${file} ${line} ${column}`}>
              {onShow ? (
                <button type="button" className="link" onClick={() => onShow(file, line, column)}>
                  {file}, line {line}, column {column}
                </button>
              ) : (
                `${file}, line ${line}, column ${column}`
              )}
              {index < errors.length ? ': ' : ': remark: '}
              {message}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Whether it is not known yet if all is right. */
const isUnderWay = ({ activity, lesson }: LessonState): boolean =>
  activity === 'running' || (activity === 'reading' && !lesson);

function inWords({ errors, remarks, failure, activity, lesson }: LessonState): string {
  if (failure !== null) return failure;
  const count = counted(errors.length, 'error');
  if (errors.length > 0) return lesson ? `${count}. The lesson shown is the last one without any.` : `${count}.`;
  if (activity === 'running') return 'No errors in the text. Its programs are compiled and run…';
  if (activity === 'reading' && !lesson) return 'Reading the text…';
  return remarks.length === 0
    ? 'No errors.'
    : `No errors. ${counted(remarks.length, 'remark')}, which ${remarks.length === 1 ? 'stops' : 'stop'} nothing.`;
}
