import { type FormEvent, useId } from 'react';

interface MoreInputProps {
  /** Null: there is no more. */
  readonly onGive: (line: string | null) => void;
}

/** Asks for the line that the program waits for. It is run again, with all input so far and this line. */
export function MoreInput({ onGive }: MoreInputProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onGive(String(new FormData(event.currentTarget).get('line') ?? ''));
  };
  return (
    <form className="more-input" onSubmit={submit}>
      <label htmlFor={id}>Next line of input</label>
      <input id={id} name="line" autoComplete="off" spellCheck={false} />
      <button type="submit" className="button">
        Give and run again
      </button>
      <button type="button" className="button" onClick={() => onGive(null)}>
        There is no more
      </button>
    </form>
  );
}
