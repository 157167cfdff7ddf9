import { type FormEvent, useId, useState } from 'react';
import { fileNameProblem } from '../lesson/file-names.ts';

export interface FileNameFormProps {
  /** The verb on the button. */
  readonly verb: string;
  /** The name so far. */
  readonly name?: string;
  readonly example?: string;
  /** Names in use. */
  readonly taken: readonly string[];
  /** What is wrong with a name, in words; that of a program's file unless given. */
  readonly nameProblem?: typeof fileNameProblem;
  /** What else speaks against a name, in words. */
  readonly problemOf?: (name: string) => string | null;
  readonly onName: (name: string) => void;
  readonly onLeave: () => void;
}

/** Asks for the name of a file, and says what is wrong with one. Escape leaves. */
export function FileNameForm({
  verb,
  name = '',
  example,
  taken,
  nameProblem = fileNameProblem,
  problemOf,
  onName,
  onLeave,
}: FileNameFormProps) {
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    const found = nameProblem(wanted, taken) ?? problemOf?.(wanted) ?? null;
    setProblem(found);
    if (found === null) onName(wanted);
  };
  return (
    <form className="add-file" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && onLeave()}>
      <label htmlFor={id}>Name</label>
      <input
        id={id}
        name="name"
        defaultValue={name}
        placeholder={example}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={problem !== null}
        aria-describedby={`${id}-problem`}
        // biome-ignore lint/a11y/noAutofocus: the learner has just asked for this field
        autoFocus
      />
      <button type="submit" className="button">
        {verb}
      </button>
      <button type="button" className="button" onClick={onLeave}>
        Cancel
      </button>
      <span role="alert" id={`${id}-problem`}>
        {problem}
      </span>
    </form>
  );
}
