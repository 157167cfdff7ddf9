import type { EmbindHandle, MemoryState } from '../trace/memory-state.ts';
import { formatAddress, formatCount } from '../view-model/hexadecimal.ts';
import { GoTo } from './go-to.tsx';
import { TableHead } from './table-head.tsx';
import './handle-list.css';

interface HandleListProps {
  readonly state: MemoryState;
  /** Goes to a step; null where none can be gone to. */
  readonly onGo: ((step: number) => void) | null;
}

/** What C++ and JavaScript hold of each other by Embind, open at first. Nothing where a program has no such handles. */
export function HandleList({ state: { handles }, onGo }: HandleListProps) {
  if (handles.length === 0) return null;
  const there = handles.filter(({ goneInStep }) => goneInStep === null);
  const count = (isVal: boolean) => formatCount(there.filter(({ kind }) => (kind === 'val') === isVal).length);
  return (
    <details className="handle-list" open>
      <summary>
        Embind: C++ holds {count(true)} JavaScript {count(true) === '1' ? 'value' : 'values'}, JavaScript holds{' '}
        {count(false)} C++ {count(false) === '1' ? 'object' : 'objects'}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label="Handles of Embind" tabIndex={0}>
        <table>
          <TableHead titles={['Handle', 'Holds', 'References', 'Made by']} />
          <tbody>
            {handles.map((handle, index) => (
              <Row key={index} handle={handle} onGo={onGo} />
            ))}
          </tbody>
        </table>
      </section>
    </details>
  );
}

const kinds = { val: 'val', object: 'object at', 'shared-object': 'shared object at' } as const;

const ended = { val: 'released', object: 'deleted', 'shared-object': 'deleted' } as const;

function Row({ handle, onGo }: { readonly handle: EmbindHandle } & Pick<HandleListProps, 'onGo'>) {
  const { kind, number, holds, references, madeAt, madeInStep, goneInStep } = handle;
  const step = Math.max(0, madeInStep - 1);
  return (
    <tr data-state={goneInStep === null ? 'there' : 'gone'}>
      <th scope="row">
        {kinds[kind]} <code>{kind === 'val' ? number : formatAddress(number)}</code>
      </th>
      <td>
        <code>{holds}</code>
      </td>
      <td>{goneInStep === null ? (references === null ? 'not kept' : formatCount(references)) : ended[kind]}</td>
      <td>
        {onGo ? <GoTo step={step} place={madeAt} onGo={onGo} /> : madeAt && `${madeAt.path}, line ${madeAt.line}`}
      </td>
    </tr>
  );
}
