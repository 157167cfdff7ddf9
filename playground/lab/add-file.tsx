import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { FileNameForm } from './file-name-form.tsx';

interface AddFileProps {
  /** Names in use. */
  readonly taken: readonly string[];
  readonly example: string;
  readonly label: string;
  readonly onAdd: (path: string) => void;
}

/** A button that asks for the name of a new file. */
export function AddFile({ taken, example, label, onAdd }: AddFileProps) {
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
    return <FileNameForm verb="Add" {...{ taken, example }} onName={add} onLeave={leave} />;
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
