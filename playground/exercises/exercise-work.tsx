import { Check, Circle, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Diagnostic } from '../compiler/compilation.ts';
import type { Exercise, StatedCheck } from '../lesson/exercise.ts';
import type { SavedExercise } from '../lesson/saved-work.ts';
import type { Verdict } from './attempt.ts';
import { ExerciseHelp } from './exercise-help.tsx';
import type { Grading } from './grade-attempt.ts';
import './exercise-work.css';

interface ExerciseWorkProps {
  readonly exercise: Exercise;
  readonly saved: SavedExercise | null;
  readonly onSave: (saved: SavedExercise) => void;
  /** Grades the learner's files as they are now. */
  readonly grade: (signal: AbortSignal) => Promise<Grading>;
  /** Brings a line of the exercise's files into the lab. */
  readonly onShowLine: (path: string, line: number) => void;
  /** The learner's edited files now. */
  readonly readFiles: () => Readonly<Record<string, string>>;
  /** Puts other texts in their place; an empty record is the starter. */
  readonly onReplace: (files: Readonly<Record<string, string>>) => void;
}

type Progress =
  | { readonly kind: 'idle' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'failed'; readonly message: string };

const nothingSaved: SavedExercise = { passed: false, hints: 0 };

/** What is checked, the button that checks it, what was found, hints and the solution. */
export function ExerciseWork(props: ExerciseWorkProps) {
  const { exercise, saved, onSave, grade, onShowLine } = props;
  const [progress, setProgress] = useState<Progress>({ kind: 'idle' });
  const [grading, setGrading] = useState<Grading | null>(null);
  const stopper = useRef<AbortController | null>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const known = saved ?? nothingSaved;
  const verdicts = grading?.status === 'graded' ? grading.verdicts : null;
  const check = async () => {
    stopper.current = new AbortController();
    setProgress({ kind: 'busy' });
    setGrading(null);
    try {
      const found = await grade(stopper.current.signal);
      setGrading(found);
      setProgress({ kind: 'idle' });
      if (found.status === 'graded' && found.verdicts.every(({ passed }) => passed)) onSave({ ...known, passed: true });
    } catch (error) {
      setProgress({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const isBusy = progress.kind === 'busy';
  return (
    <div className="exercise-work">
      <h3>What is checked</h3>
      <ul className="checks">
        {exercise.checks.map((stated, index) => (
          <CheckItem
            key={stated.statement}
            stated={stated}
            verdict={verdicts?.[index] ?? null}
            onShowLine={onShowLine}
          />
        ))}
      </ul>
      <div className="exercise-buttons needs-js">
        <button type="button" className="button primary" disabled={isBusy} onClick={() => void check()}>
          Check my program
        </button>
        {isBusy && (
          <button type="button" className="button" onClick={() => stopper.current?.abort()}>
            Cancel
          </button>
        )}
        <p role="status" className="exercise-status" data-passed={isGood(progress, grading, known.passed)}>
          {statusWords(progress, grading, known.passed)}
        </p>
      </div>
      {grading?.status === 'did-not-compile' && <Errors diagnostics={grading.diagnostics} onShowLine={onShowLine} />}
      <ExerciseHelp
        {...props}
        known={known}
        onReplace={(files) => {
          setGrading(null);
          setProgress({ kind: 'idle' });
          props.onReplace(files);
        }}
      />
    </div>
  );
}

interface CheckItemProps {
  readonly stated: StatedCheck;
  readonly verdict: Verdict | null;
  readonly onShowLine: (path: string, line: number) => void;
}

function CheckItem({ stated, verdict, onShowLine }: CheckItemProps) {
  const Icon = verdict === null ? Circle : verdict.passed ? Check : X;
  const location = verdict?.location;
  return (
    <li data-state={verdict === null ? 'open' : verdict.passed ? 'passed' : 'failed'}>
      <Icon aria-hidden="true" />
      <div>
        {verdict && <strong>{verdict.passed ? 'Passed: ' : 'Failed: '}</strong>}
        <span dangerouslySetInnerHTML={{ __html: stated.statement }} />
        {verdict && !verdict.passed && (
          <p className="found">
            {verdict.found}{' '}
            {location && (
              <button type="button" className="link" onClick={() => onShowLine(location.path, location.line)}>
                Show line {location.line} of {location.path}
              </button>
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

interface ErrorsProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly onShowLine: (path: string, line: number) => void;
}

function Errors({ diagnostics, onShowLine }: ErrorsProps) {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return (
    <ul className="exercise-errors" aria-label="Errors">
      {errors.map(({ path, line, column, message }) => (
        <li key={`${path}:${line}:${column}:${message}`}>
          <button type="button" className="link" onClick={() => onShowLine(path, line)}>
            {path}, line {line}
          </button>{' '}
          {message}
        </li>
      ))}
    </ul>
  );
}

/** Whether the status is good news: solved now, or before and not tried since. */
function isGood(progress: Progress, grading: Grading | null, passedBefore: boolean): boolean {
  if (progress.kind !== 'idle') return false;
  if (grading?.status === 'graded') return grading.verdicts.every(({ passed }) => passed);
  return grading === null && passedBefore;
}

function statusWords(progress: Progress, grading: Grading | null, passedBefore: boolean): string {
  if (progress.kind === 'busy') return 'Compiling and running your program…';
  if (progress.kind === 'failed') return `It could not be checked: ${progress.message}`;
  if (grading?.status === 'cancelled') return 'Cancelled.';
  if (grading?.status === 'did-not-compile') return 'It does not compile yet.';
  if (grading?.status === 'graded') {
    const passed = grading.verdicts.filter((verdict) => verdict.passed).length;
    if (passed === grading.verdicts.length) return 'Solved: every check passed.';
    return `${passed} of ${grading.verdicts.length} checks passed.`;
  }
  return passedBefore ? 'You solved this.' : '';
}
