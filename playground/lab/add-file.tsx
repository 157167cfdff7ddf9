import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { fileNameProblem } from '../lesson/file-names.ts';

interface AddFileProps {
  /** Names in use. */
  readonly taken: readonly string[];
  readonly onAdd: (path: string) => void;
}

/** A button that asks for the name of a new file. */
export function AddFile({ taken, onAdd }: AddFileProps) {
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  if (!isAsking) {
    return (
      <button type="button" className="icon-button" aria-label="Add a file" onClick={() => setAsking(true)}>
        <Plus aria-hidden="true" />
      </button>
    );
  }
  const leave = () => {
    setAsking(false);
    setProblem(null);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    const found = fileNameProblem(name, taken);
    setProblem(found);
    if (found !== null) return;
    onAdd(name);
    leave();
  };
  return (
    <form className="add-file" onSubmit={submit} onKeyDown={({ key }) => key === 'Escape' && leave()}>
      <label htmlFor={id}>Name</label>
      {/* biome-ignore lint/a11y/noAutofocus: the learner has just asked for this field */}
      <input id={id} name="name" placeholder="list.h" spellCheck={false} autoComplete="off" autoFocus />
      <button type="submit" className="button">
        Add
      </button>
      <button type="button" className="button" onClick={leave}>
        Cancel
      </button>
      <span role="alert">{problem}</span>
    </form>
  );
}
