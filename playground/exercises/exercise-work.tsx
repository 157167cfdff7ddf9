import { useEffect, useRef, useState } from 'react';
import type { Diagnostic } from '../compiler/compilation.ts';
import type { Exercise } from '../lesson/exercise.ts';
import type { ExportCall } from '../lesson/program.ts';
import type { SavedExercise } from '../lesson/saved-work.ts';
import { versionsOf, withVersion } from '../lesson/versions.ts';
import { ActionButton } from '../panels/action-button.tsx';
import { useWords } from '../words/use-words.tsx';
import type { LookAt } from './attempt.ts';
import { CheckItem } from './check-item.tsx';
import { ExerciseHelp } from './exercise-help.tsx';
import { type CheckProgress, isGoodNews, statusInWords } from './exercise-status.ts';
import type { Grading } from './grade-attempt.ts';
import { LackedFeatures } from './lacked-features.tsx';
import './exercise-work.css';
import { keepGrading, restoreGrading } from './kept-grading.ts';

interface ExerciseWorkProps {
  readonly exercise: Exercise;
  readonly saved: SavedExercise | null;
  readonly onSave: (saved: SavedExercise) => void;
  /** Grades these edited files. */
  readonly grade: (files: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Grading>;
  /** Brings a line of the exercise's files into the lab. */
  readonly onShowLine: (path: string, line: number) => void;
  /** Has the lab stand at a moment of the program as it is now, after these calls. */
  readonly onShowMoment: (moment: LookAt, calls: readonly ExportCall[]) => void;
  /** The learner's edited files now. */
  readonly readFiles: () => Readonly<Record<string, string>>;
  /** Puts other texts in their place; an empty record is the starter. */
  readonly onReplace: (files: Readonly<Record<string, string>>) => void;
}

const nothingSaved: SavedExercise = { passed: false, hints: 0 };

/** What is checked, the button that checks it, what was found, hints and the solution. */
export function ExerciseWork(props: ExerciseWorkProps) {
  const { exercise, saved, onSave, grade, onShowLine, readFiles } = props;
  const words = useWords().exercise;
  const [progress, setProgress] = useState<CheckProgress>({ kind: 'idle' });
  const [found, setFound] = useState<Grading | null>(null);
  const stopper = useRef<AbortController | null>(null);
  const checkButton = useRef<HTMLButtonElement>(null);
  useEffect(() => () => stopper.current?.abort(), []);
  const known = saved ?? nothingSaved;
  // Grading takes its time: hints may be opened meanwhile.
  const latest = useRef(known);
  latest.current = known;
  const isBusy = progress.kind === 'busy';
  const kept = restoreGrading(exercise, known.graded);
  const grading = isBusy ? null : (found ?? kept);
  const verdicts = grading?.status === 'graded' ? grading.verdicts : null;
  const check = async () => {
    stopper.current = new AbortController();
    setProgress({ kind: 'busy' });
    setFound(null);
    const files = readFiles();
    try {
      const grading = await grade(files, stopper.current.signal);
      // What was graded is kept, and comes back with the page.
      if (grading.status === 'graded') onSave(afterGrading(latest.current, exercise, files, grading));
      else setFound(grading);
      // An earlier program's verdicts are not this one's: not after a reload either.
      if (grading.status === 'did-not-compile') onSave({ ...latest.current, graded: undefined });
      setProgress({ kind: 'idle' });
    } catch (error) {
      setProgress({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    }
  };
  const cancel = () => {
    stopper.current?.abort();
    // The button that had the focus goes.
    checkButton.current?.focus();
  };
  const showMoment = (moment: LookAt) => {
    if (!kept) return;
    // A moment of another program would show nothing of it.
    if (isSameFiles(readFiles(), kept.files)) props.onShowMoment(moment, kept.calls);
    else setProgress({ kind: 'changed' });
  };
  return (
    <div className="exercise-work">
      <h3>{words.checked}</h3>
      <ul className="checks">
        {exercise.checks.map((stated, index) => (
          <CheckItem
            key={stated.statement}
            stated={stated}
            verdict={verdicts?.[index] ?? null}
            onShowLine={onShowLine}
            onShowMoment={showMoment}
          />
        ))}
      </ul>
      <LackedFeatures needs={exercise.starter.needs} />
      <div className="exercise-buttons needs-js">
        <ActionButton ref={checkButton} look="primary" isOff={isBusy} onPress={() => void check()}>
          {words.check}
        </ActionButton>
        {isBusy && (
          <button type="button" className="button" onClick={cancel}>
            {words.cancel}
          </button>
        )}
        <p role="status" className="exercise-status" data-passed={isGoodNews(progress, grading, known.passed)}>
          {statusInWords(progress, grading, known, words)}
        </p>
      </div>
      {grading?.status === 'did-not-compile' && <Errors diagnostics={grading.diagnostics} onShowLine={onShowLine} />}
      <ExerciseHelp
        {...props}
        known={known}
        onReplace={(files) => {
          setFound(null);
          setProgress({ kind: 'idle' });
          props.onReplace(files);
        }}
      />
    </div>
  );
}

interface ErrorsProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly onShowLine: (path: string, line: number) => void;
}

function Errors({ diagnostics, onShowLine }: ErrorsProps) {
  const words = useWords().exercise;
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return (
    <ul className="exercise-errors" aria-label={words.errors}>
      {errors.map(({ path, line, column, message }) => (
        <li key={`${path}:${line}:${column}:${message}`}>
          <button type="button" className="link" onClick={() => onShowLine(path, line)}>
            {words.line(path, line)}
          </button>{' '}
          <span lang="en">{message}</span>
        </li>
      ))}
    </ul>
  );
}

/** What is kept of an exercise when it was checked: the version, what was found, and whether it is solved. */
function afterGrading(
  known: SavedExercise,
  exercise: Exercise,
  files: Readonly<Record<string, string>>,
  grading: Extract<Grading, { status: 'graded' }>,
): SavedExercise {
  const { verdicts } = grading;
  const passed = verdicts.filter((verdict) => verdict.passed).length;
  const isSolved = passed === verdicts.length;
  const version = { files, when: Date.now(), passed, of: verdicts.length };
  // The starter as it was given is no version of the learner's.
  const versions = Object.keys(files).length > 0 ? withVersion(versionsOf(known), version) : versionsOf(known);
  const isFirst = isSolved && !known.passed;
  return {
    ...known,
    versions,
    graded: keepGrading(exercise, files, grading),
    passed: known.passed || isSolved,
    ...(isFirst && known.solutionSeen && { passedAfterSolution: true }),
  };
}

const isSameFiles = (one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): boolean =>
  JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
