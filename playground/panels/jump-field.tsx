import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { MemoryState } from '../trace/memory-state.ts';
import { jumpTo } from '../view-model/jump.ts';
import type { PanelProps } from './panel-props.ts';

/** Offers names, not all of them: a large program has thousands. */
const mostOffered = 200;

interface JumpFieldProps {
  readonly state: MemoryState;
  readonly onJump: PanelProps['onSelect'];
  /** What stands behind the field. */
  readonly children?: ReactNode;
}

/** Goes to what is typed: an address, a range, a symbol, a block or a view. */
export function JumpField({ state, onJump, children }: JumpFieldProps) {
  const id = useId();
  const [message, setMessage] = useState('');
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const jump = jumpTo(String(new FormData(event.currentTarget).get('place') ?? ''), state);
    setMessage(jump.ok ? '' : jump.message);
    if (jump.ok) onJump({ range: jump.range, label: jump.label });
  };
  return (
    <form className="jump" onSubmit={submit}>
      <label>
        Go to <input name="place" placeholder="0x400, symbol, block 1" list={id} spellCheck={false} />
      </label>
      <datalist id={id}>
        {state.layout.symbols.slice(0, mostOffered).map(({ name, address }) => (
          <option key={`${name}-${address}`} value={name} />
        ))}
      </datalist>
      <button type="submit" className="button">
        Go
      </button>
      {children}
      <span role="status" className="jump-message">
        {message}
      </span>
    </form>
  );
}
