import { Check, Circle, X } from 'lucide-react';
import type { StatedCheck } from '../lesson/exercise.ts';
import { useWords } from '../words/use-words.tsx';
import type { LookAt, Verdict } from './attempt.ts';

interface CheckItemProps {
  readonly stated: StatedCheck;
  /** Null before it was checked. */
  readonly verdict: Verdict | null;
  readonly onShowLine: (path: string, line: number) => void;
  readonly onShowMoment: (moment: LookAt) => void;
}

/** One thing that is checked; where it failed, what was found, where to look at it, and what to try. */
export function CheckItem({ stated, verdict, onShowLine, onShowMoment }: CheckItemProps) {
  const words = useWords();
  const { exercise } = words;
  const Icon = verdict === null ? Circle : verdict.passed ? Check : X;
  const location = verdict?.location;
  const moment = verdict?.moment;
  return (
    <li data-state={verdict === null ? 'open' : verdict.passed ? 'passed' : 'failed'}>
      <Icon aria-hidden="true" />
      <div>
        {verdict && <strong>{verdict.passed ? exercise.passed : exercise.failed} </strong>}
        <span dangerouslySetInnerHTML={{ __html: stated.statement }} />
        {verdict && !verdict.passed && (
          <p className="found">
            <span lang="en">{verdict.found}</span>{' '}
            {moment ? (
              <button type="button" className="link" onClick={() => onShowMoment(moment)}>
                {exercise.goTo(
                  moment.step.toLocaleString(words.language),
                  location?.line ?? null,
                  location?.path ?? '',
                )}
              </button>
            ) : (
              location && (
                <button type="button" className="link" onClick={() => onShowLine(location.path, location.line)}>
                  {exercise.showLine(location.line, location.path)}
                </button>
              )
            )}
          </p>
        )}
        {verdict && !verdict.passed && stated.advice && (
          <div className="advice" dangerouslySetInnerHTML={{ __html: stated.advice }} />
        )}
      </div>
    </li>
  );
}
