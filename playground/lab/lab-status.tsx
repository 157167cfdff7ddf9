import type { Outcome, SourceLocation } from '../session/run.ts';
import { type LabState, shownFiles } from './lab-state.ts';
import { MoreInput } from './more-input.tsx';
import { endingInWords } from './outcome-words.ts';
import type { Lab } from './use-lab.ts';

interface LabStatusProps {
  readonly lab: Lab;
  /** Moves the cursor to a line of a file. */
  readonly onShow: (path: string, line: number) => void;
}

/** What the lab is doing, or how the last run ended, in one line; progress while the compiler is fetched. */
export function LabStatus({ lab, onShow }: LabStatusProps) {
  const { state } = lab;
  const { fetching } = state;
  const last = state.endings.at(-1);
  const location = state.activity === 'idle' && last ? locationOf(last.outcome) : null;
  return (
    <div className="lab-status">
      <p role="status">{statusWords(state)}</p>
      {location && (
        <button type="button" className="link" onClick={() => onShow(location.path, location.line)}>
          Show line {location.line}
        </button>
      )}
      {state.activity === 'idle' && last?.outcome.status === 'waiting-for-input' && (
        <MoreInput onGive={lab.giveInput} />
      )}
      {fetching && (
        <span className="lab-fetching">
          <progress max={fetching.total || 1} value={fetching.received} aria-label="Compiler fetched" />{' '}
          {megabytes(fetching.received)} of {megabytes(fetching.total)} MB
        </span>
      )}
    </div>
  );
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

function statusWords(state: LabState): string {
  const { activity, fetching, endings } = state;
  const { diagnostics } = shownFiles(state);
  if (fetching && activity !== 'running') return 'Fetching the compiler. You can go on editing.';
  if (activity === 'compiling') return 'Compiling…';
  if (activity === 'running') return 'Running…';
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return `It does not compile: ${errors === 1 ? '1 error' : `${errors} errors`}, listed below.`;
  if (endings.length === 0) return 'Ready. Ctrl+Enter runs the program.';
  return endings.map(endingInWords).join(' ');
}

function locationOf(outcome: Outcome): SourceLocation | null {
  return outcome.status === 'trapped' || outcome.status === 'threw' ? outcome.location : null;
}
