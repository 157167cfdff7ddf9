import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { FileNameForm } from './file-name-form.tsx';

interface AddFileProps {
  /** Names in use. */
  readonly taken: readonly string[];
  readonly example: string;
  readonly label: string;
  /** What is wrong with a name, in words; that of a program's file unless given. */
  readonly nameProblem?: (name: string, taken: readonly string[]) => string | null;
  readonly onAdd: (path: string) => void;
}

/** A button that asks for the name of a new file. */
export function AddFile({ taken, example, label, nameProblem, onAdd }: AddFileProps) {
  const [isAsking, setAsking] = useState(false);
  const isBack = useRef(false);
  if (isAsking) {
    const leave = () => {
      isBack.current = true;
      setAsking(false);
    };
    const add = (name: string) => {
      setAsking(false);
      onAdd(name);
    };
    return (
      <FileNameForm
        verb="Add"
        {...{ taken, example }}
        {...(nameProblem && { nameProblem })}
        onName={add}
        onLeave={leave}
      />
    );
  }
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      // Whoever left the form with the keyboard goes on from here.
      ref={(button) => {
        if (isBack.current) button?.focus();
        isBack.current = false;
      }}
      onClick={() => setAsking(true)}
    >
      <Plus aria-hidden="true" />
    </button>
  );
}
