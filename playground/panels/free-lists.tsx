import { Fragment } from 'react';
import type { FreeList } from '../view-model/allocator-chunks.ts';
import { formatAddress, formatCount } from '../view-model/hexadecimal.ts';
import type { PanelProps } from './panel-props.ts';

interface FreeListsProps extends Pick<PanelProps, 'onSelect'> {
  readonly lists: readonly FreeList[];
}

/** Chunks of one list that are named. */
const mostNamed = 12;

/** Where the allocator looks for room: its lists of free chunks, each in the order in which it is linked. */
export function FreeLists({ lists, onSelect }: FreeListsProps) {
  return (
    <>
      <h3>Free lists</h3>
      {lists.length === 0 && <p>No free chunk is in a list.</p>}
      <ul className="free-lists">
        {lists.map(({ name, chunks, broken }) => (
          <li key={name}>
            {name}:{' '}
            {chunks.slice(0, mostNamed).map((place, index) => (
              <Fragment key={place.range.start}>
                {index > 0 && ' → '}
                <button type="button" className="link" onClick={() => onSelect(place)}>
                  {formatAddress(place.range.start)}
                </button>
              </Fragment>
            ))}
            {chunks.length > mostNamed && ` and ${formatCount(chunks.length - mostNamed)} more`}
            {broken && <span className="heap-damage"> {broken}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
