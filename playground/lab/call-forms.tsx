import type { FormEvent } from 'react';
import { ActionButton } from '../panels/action-button.tsx';
import type { ExportedFunction } from '../session/run.ts';

export interface CallFormsProps {
  readonly functions: readonly ExportedFunction[];
  readonly isBusy: boolean;
  readonly onCall: (name: string, args: readonly string[]) => Promise<void>;
}

/** What belongs to the host of a program rather than to the program. */
const isInternal = (name: string): boolean => name.startsWith('_') || name.startsWith('emscripten_') || name === 'main';

/** The functions the module exports, each with a button: calls go to the live instance, one by one. */
export function CallForms({ functions, isBusy, onCall }: CallFormsProps) {
  const own = functions.filter(({ name }) => !isInternal(name));
  if (own.length === 0) {
    return <p className="empty">Run the program first; then each function it exports can be called from here.</p>;
  }
  const submit = (name: string) => (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget).getAll('argument').map(String);
    void onCall(name, values);
  };
  return (
    <ul className="calls">
      {own.map(({ name, parameters, results }) => (
        <li key={name}>
          <form onSubmit={submit(name)}>
            <ActionButton type="submit" isOff={isBusy}>
              {name}
            </ActionButton>
            {parameters.map((type, index) => (
              <label key={index}>
                <span className="visually-hidden">{`argument ${index + 1} of ${name}, ${type}`}</span>
                <input name="argument" placeholder={type} required spellCheck={false} autoComplete="off" />
              </label>
            ))}
            {results.length > 0 && <span className="call-result">gives {results.join(', ')}</span>}
          </form>
        </li>
      ))}
    </ul>
  );
}
