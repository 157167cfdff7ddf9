import { useState } from 'react';
import type { Exercise } from '../lesson/exercise.ts';
import type { SavedExercise } from '../lesson/saved-work.ts';

interface ExerciseHelpProps {
  readonly exercise: Exercise;
  readonly known: SavedExercise;
  readonly onSave: (saved: SavedExercise) => void;
  readonly readFiles: () => Readonly<Record<string, string>>;
  readonly onReplace: (files: Readonly<Record<string, string>>) => void;
}

/** Hints one by one, the solution when it is asked for, and the way back to the learner's own version. */
export function ExerciseHelp({ exercise, known, onSave, readFiles, onReplace }: ExerciseHelpProps) {
  const [isOpen, setOpen] = useState(false);
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
    if (isOwn) onSave({ ...known, own: current });
    onReplace(texts);
  };
  const { own } = known;
  return (
    <div className="exercise-help needs-js">
      {known.hints > 0 && (
        <ol className="hints">
          {hints.slice(0, known.hints).map((html) => (
            <li key={html} dangerouslySetInnerHTML={{ __html: html }} />
          ))}
        </ol>
      )}
      <div className="exercise-buttons">
        {known.hints < hints.length && (
          <button type="button" className="button" onClick={() => onSave({ ...known, hints: known.hints + 1 })}>
            Show a hint ({known.hints + 1} of {hints.length})
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
          {isOpen ? 'Hide the solution' : 'Show the solution'}
        </button>
        <button type="button" className="button" onClick={() => replace({})}>
          Start over
        </button>
        {own && (
          <button type="button" className="button" onClick={() => replace(own)}>
            Bring back my version
          </button>
        )}
      </div>
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
            Copy into the editor
          </button>
        </div>
      )}
    </div>
  );
}
