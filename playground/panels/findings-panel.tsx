import type { Finding, Moment } from '../trace/trace.ts';
import { GoTo } from './go-to.tsx';
import './findings-panel.css';

interface FindingsPanelProps {
  /** Of the whole run, in order; null where nothing was recorded, and until what was is looked through. */
  readonly findings: readonly Finding[] | null;
  readonly isRecorded: boolean;
  readonly moment: Moment | null;
  /** What the recording lacks, in words; null when everything was recorded. */
  readonly limit: string | null;
  readonly onGo: (step: number) => void;
}

/** What the program did wrong, each with the line that is guilty and the line that caused it. */
export function FindingsPanel({ findings, isRecorded, moment, limit, onGo }: FindingsPanelProps) {
  if (!findings)
    return (
      <p className="empty">
        {isRecorded ? 'The run is being looked through.' : 'Findings appear once a run was recorded.'}
      </p>
    );
  if (findings.length === 0) {
    return (
      <p className="empty">
        Nothing wrong was found: no use after free, no double free, no leak, no use of a detached view.
        {limit && ` ${limit}`}
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="findings-panel" aria-label="Findings" tabIndex={0}>
      <ol>
        {findings.map((finding) => {
          const { kind, step, text, place, cause } = finding;
          const isAhead = moment !== null && step >= moment.step;
          return (
            <li key={`${step} ${kind} ${text}`} data-state={isAhead ? 'ahead' : 'happened'}>
              <p>
                <strong>
                  <span aria-hidden="true">⚠ </span>
                  {kind}
                </strong>
                {isAhead && <span className="finding-ahead"> later in the run</span>}
              </p>
              <p>{text}</p>
              <p>
                <GoTo step={step} place={place} onGo={onGo} />
              </p>
              {cause && (
                <p>
                  Because {cause.text}: <GoTo step={cause.step} place={cause.place} onGo={onGo} />
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
