import { useEffect, useRef, useState } from 'react';
import type { Exercise } from '../lesson/exercise.ts';
import type { SavedExercise } from '../lesson/saved-work.ts';
import { type SavedVersion, versionsOf, withVersion } from '../lesson/versions.ts';
import { useWords } from '../words/use-words.tsx';
import type { Words } from '../words/words.ts';

interface ExerciseHelpProps {
  readonly exercise: Exercise;
  readonly known: SavedExercise;
  readonly onSave: (saved: SavedExercise) => void;
  readonly readFiles: () => Readonly<Record<string, string>>;
  readonly onReplace: (files: Readonly<Record<string, string>>) => void;
}

/** Hints one by one, the solution when it is asked for, and the way back to each version of the learner's own. */
export function ExerciseHelp({ exercise, known, onSave, readFiles, onReplace }: ExerciseHelpProps) {
  const all = useWords();
  const words = all.exercise;
  const [isOpen, setOpen] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const isAsked = useRef(false);
  // The button that was pressed may be gone: the focus goes to the hint.
  useEffect(() => {
    if (isAsked.current) list.current?.querySelector<HTMLElement>('li:last-child')?.focus();
    isAsked.current = false;
  }, [known.hints]);
  const versions = versionsOf(known);
  const { hints, solution, starter } = exercise;
  const files = solution.javascript ? [...solution.files, solution.javascript] : solution.files;
  const originals = starter.javascript ? [...starter.files, starter.javascript] : starter.files;
  const changed = files.filter(({ path, text }) => originals.find((file) => file.path === path)?.text !== text);
  const replace = (texts: Readonly<Record<string, string>>) => {
    const current = readFiles();
    // The starter and the solution can be had again; only what the learner wrote could be lost.
    const isOwn = Object.entries(current).some(([path, text]) =>
      files.every((file) => file.path !== path || file.text !== text),
    );
    const version = { files: current, when: Date.now(), passed: 0, of: 0 };
    onSave({ ...known, graded: undefined, ...(isOwn && { versions: withVersion(versions, version) }) });
    onReplace(texts);
  };
  return (
    <div className="exercise-help needs-js">
      {known.hints > 0 && (
        <ol className="hints" ref={list}>
          {hints.slice(0, known.hints).map((html) => (
            <li key={html} tabIndex={-1} dangerouslySetInnerHTML={{ __html: html }} />
          ))}
        </ol>
      )}
      <div className="exercise-buttons">
        {known.hints < hints.length && (
          <button
            type="button"
            className="button"
            onClick={() => {
              isAsked.current = true;
              onSave({ ...known, hints: known.hints + 1 });
            }}
          >
            {words.hint(known.hints + 1, hints.length)}
          </button>
        )}
        <button
          type="button"
          className="button"
          aria-expanded={isOpen}
          onClick={() => {
            setOpen(!isOpen);
            if (!known.solutionSeen) onSave({ ...known, solutionSeen: true });
          }}
        >
          {isOpen ? words.hideSolution : words.showSolution}
        </button>
        <button type="button" className="button" onClick={() => replace({})}>
          {words.startOver}
        </button>
      </div>
      {versions.length > 0 && (
        <details className="versions">
          <summary>{words.versions(versions.length)}</summary>
          <ul>
            {versions.map((version) => (
              <li key={`${version.when} ${Object.keys(version.files).join()}`}>
                {versionInWords(version, all)}{' '}
                <button
                  type="button"
                  className="link"
                  aria-label={words.bringBackThis(versionInWords(version, all))}
                  onClick={() => replace(version.files)}
                >
                  {words.bringBack}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isOpen && (
        <div className="solution">
          {changed.map(({ path, text }) => (
            <figure key={path}>
              <figcaption>{path}</figcaption>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: code that scrolls must be reachable by keyboard */}
              <pre tabIndex={0}>{text}</pre>
            </figure>
          ))}
          <button
            type="button"
            className="button"
            onClick={() => replace(Object.fromEntries(changed.map(({ path, text }) => [path, text])))}
          >
            {words.copySolution}
          </button>
        </div>
      )}
    </div>
  );
}

/** `21 Nov, 14:05: 3 of 5 checks passed`. */
function versionInWords({ when, passed, of }: SavedVersion, { language, exercise }: Words): string {
  const moment = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
  const place = language === 'en' ? 'en-GB' : language;
  const time = when === 0 ? exercise.someTime : new Date(when).toLocaleString(place, moment);
  return exercise.version(time, passed, of);
}
