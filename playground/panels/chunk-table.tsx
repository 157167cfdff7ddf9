import { type KeyboardEvent, useRef, useState } from 'react';
import type { AllocatorWord, Chunk } from '../view-model/allocator-chunks.ts';
import { formatAddress, formatCount } from '../view-model/hexadecimal.ts';
import { isSamePlace, type Place, sizeOf } from '../view-model/place.ts';
import type { PanelProps } from './panel-props.ts';
import { TableHead } from './table-head.tsx';

interface ChunkTableProps extends Pick<PanelProps, 'selection' | 'onSelect'> {
  readonly chunks: readonly Chunk[];
}

/** Chunks in address order. Tab reaches one row, arrows the others; a pointer leads to the row that it points at. */
export function ChunkTable({ chunks, selection, onSelect }: ChunkTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [address, setAddress] = useState(-1);
  const current = Math.max(
    0,
    chunks.findIndex(({ place }) => place.range.start === address),
  );
  const focus = (row: number) => body.current?.querySelectorAll<HTMLElement>('th button')[row]?.focus();
  const press = (event: KeyboardEvent) => {
    const rows: Record<string, number> = {
      ArrowDown: Math.min(current + 1, chunks.length - 1),
      ArrowUp: Math.max(current - 1, 0),
      Home: 0,
      End: chunks.length - 1,
    };
    const row = rows[event.key];
    if (row === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    focus(row);
  };
  const follow = (to: Place) => {
    onSelect(to);
    focus(chunks.findIndex(({ place }) => isSamePlace(to, place)));
  };
  return (
    <table>
      <caption className="visually-hidden">Chunks in address order</caption>
      <TableHead titles={['Chunk', 'Size', 'Overhead', 'What the allocator wrote']} isSticky />
      <tbody ref={body} onKeyDown={press}>
        {chunks.map((chunk, row) => {
          const { kind, place, overhead, words } = chunk;
          const tabIndex = row === current ? 0 : -1;
          return (
            <tr
              key={place.range.start}
              data-state={kind}
              data-selected={isSamePlace(selection, place) || undefined}
              onFocus={() => setAddress(place.range.start)}
            >
              <th scope="row">
                <button type="button" className="link" tabIndex={tabIndex} onClick={() => onSelect(place)}>
                  {place.label} <span className="chunk-address">{formatAddress(place.range.start)}</span>
                </button>
              </th>
              <td>{formatCount(sizeOf(place.range))}</td>
              <td>{overhead === null ? '–' : formatCount(overhead)}</td>
              <td>
                {words.map((word) => (
                  <Word key={word.address} {...{ word, tabIndex }} onFollow={follow} />
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface WordProps {
  readonly word: AllocatorWord;
  readonly tabIndex: number;
  readonly onFollow: (to: Place) => void;
}

function Word({ word: { bytes, meaning, to }, tabIndex, onFollow }: WordProps) {
  return (
    <div className="chunk-word">
      <code>{bytes}</code>{' '}
      {to ? (
        <button type="button" className="link" tabIndex={tabIndex} onClick={() => onFollow(to)}>
          {meaning} → {to.label} {formatAddress(to.range.start)}
        </button>
      ) : (
        meaning
      )}
    </div>
  );
}
