import { CircleCheck, CircleX } from 'lucide-react';
import { type FormEvent, useId, useRef, useState } from 'react';
import type { Bug } from '../../playground/lesson/bug.ts';
import type { SavedAnswer } from '../../playground/lesson/saved-work.ts';
import type { BugGuess } from '../progress/bug-guess.ts';

interface BugFormProps {
  readonly bug: Bug;
  readonly guess: BugGuess;
  readonly isFound: boolean;
  readonly onSave: (answer: SavedAnswer) => void;
}

/** Asks for the line that is wrong, says whether it is, and shows the answer to those who want it. */
export function BugForm({ bug, guess, isFound, onSave }: BugFormProps) {
  const { files, javascript } = bug.program;
  const paths = [...(javascript ? [javascript] : []), ...files].map(({ path }) => path);
  const [verdict, setVerdict] = useState<string | null>(null);
  const result = useRef<HTMLDivElement>(null);
  const id = useId();
  const path = guess.path || (paths[0] ?? '');
  const enter = (changed: Partial<BugGuess>): void => {
    setVerdict(null);
    onSave({ answer: { ...guess, path, ...changed }, right: false });
  };
  const check = (event: FormEvent): void => {
    event.preventDefault();
    const problem = problemOf(bug, path, guess.line);
    setVerdict(problem);
    if (problem !== null) return;
    onSave({ answer: { ...guess, path }, right: true });
    // The button that was pressed is gone.
    requestAnimationFrame(() => result.current?.focus());
  };
  const isOpen = !isFound && !guess.isAnswerShown;
  return (
    <form className="bug-form needs-js" onSubmit={check} noValidate aria-labelledby={`${id}where`}>
      <h2 id={`${id}where`}>Which line is wrong?</h2>
      {isOpen && (
        <div className="bug-fields">
          <label>
            File
            <select value={path} onChange={({ currentTarget }) => enter({ path: currentTarget.value })}>
              {paths.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </select>
          </label>
          <label>
            Line
            <input
              inputMode="numeric"
              autoComplete="off"
              maxLength={4}
              size={4}
              value={guess.line}
              onChange={({ currentTarget }) => enter({ line: currentTarget.value })}
            />
          </label>
          <button type="submit" className="button primary">
            Check
          </button>
          <button
            type="button"
            className="button"
            onClick={() => {
              setVerdict(null);
              onSave({ answer: { ...guess, path, isAnswerShown: true }, right: false });
              requestAnimationFrame(() => result.current?.focus());
            }}
          >
            Show the answer
          </button>
        </div>
      )}
      <div role="status" ref={result} tabIndex={-1}>
        {verdict !== null && (
          <p className="bug-verdict" data-grade="wrong">
            <CircleX aria-hidden="true" /> {verdict}
          </p>
        )}
        {isFound && (
          <p className="bug-verdict" data-grade="right">
            <CircleCheck aria-hidden="true" /> Found: line {guess.line} of {path}.
          </p>
        )}
        {!isFound && guess.isAnswerShown && (
          <p>
            It is line {bug.lines[0]?.line} of {bug.lines[0]?.path}.
          </p>
        )}
      </div>
    </form>
  );
}

/** Why a line is not the wrong one; null where it is. */
function problemOf(bug: Bug, path: string, text: string): string | null {
  const { files, javascript } = bug.program;
  const file = [javascript, ...files].find((each) => each?.path === path);
  const last = file?.text.trimEnd().split('\n').length ?? 0;
  const line = Number(text);
  if (!Number.isInteger(line) || line < 1 || line > last)
    return `Write the number of a line of ${path}, from 1 to ${last}.`;
  if (bug.lines.some((each) => each.path === path && each.line === line)) return null;
  return `Not line ${line} of ${path}. Look again: step to it, and see what memory holds before and after.`;
}
