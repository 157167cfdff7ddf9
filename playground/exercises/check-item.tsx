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
  const state = verdict === null || verdict.untried ? 'open' : verdict.passed ? 'passed' : 'failed';
  const Icon = { open: Circle, passed: Check, failed: X }[state];
  const location = verdict?.location;
  const moment = verdict?.moment;
  return (
    <li data-state={state}>
      <Icon aria-hidden="true" />
      <div>
        {verdict && <strong>{state === 'open' ? exercise.untried : exercise[state]} </strong>}
        <span dangerouslySetInnerHTML={{ __html: stated.statement }} />
        {state === 'failed' && (
          <p className="found">
            <span lang="en">{verdict?.found}</span>{' '}
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
        {state === 'failed' && stated.advice && (
          <div className="advice" dangerouslySetInnerHTML={{ __html: stated.advice }} />
        )}
      </div>
    </li>
  );
}
