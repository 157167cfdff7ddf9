import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Block, MemoryState } from '../trace/memory-state.ts';
import { alignmentOf } from '../view-model/alignment.ts';
import { type HeapOrder, type HeapRow, heapRows } from '../view-model/heap-rows.ts';
import { formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import { blockPlace, isSamePlace } from '../view-model/place.ts';
import type { PanelProps } from './panel-props.ts';
import { SpaceRow } from './space-row.tsx';
import { TableHead } from './table-head.tsx';

interface HeapListProps extends Pick<PanelProps, 'selection' | 'onSelect'> {
  readonly state: MemoryState;
  readonly order: HeapOrder;
  /** Goes to the step that did this to a block; null where nothing was recorded. */
  readonly onGoTo: ((block: Block, what: 'allocated' | 'freed') => void) | null;
}

const rowHeight = 30;
const titles = ['Block', 'State', 'Address', 'Size', 'Aligned to', 'From'];

/** The blocks as a table, of which only the rows in sight are drawn. */
export function HeapList({ state, order, selection, onSelect, onGoTo }: HeapListProps) {
  const list = useMemo(() => heapRows(state, order), [state, order]);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: list.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="heap-rows" ref={scroller} tabIndex={0} aria-label="Blocks">
      <table>
        <TableHead titles={titles} isSticky />
        <tbody>
          <SpaceRow height={items[0]?.start ?? 0} columns={titles.length} />
          {items.map(({ index }) => {
            const row = list[index] as HeapRow;
            if (row.kind === 'gap') return <GapRow key={`gap ${row.start}`} start={row.start} size={row.size} />;
            const { block, depth } = row;
            return (
              <BlockRow
                key={block.id}
                {...{ block, depth, onGoTo }}
                selected={isSamePlace(selection, blockPlace(block))}
                onSelect={() => onSelect(blockPlace(block))}
              />
            );
          })}
          <SpaceRow height={rows.getTotalSize() - (items.at(-1)?.end ?? 0)} columns={titles.length} />
        </tbody>
      </table>
    </section>
  );
}

interface BlockRowProps extends Pick<HeapListProps, 'onGoTo'> {
  readonly block: Block;
  /** Blocks around it that are listed above it. */
  readonly depth: number;
  readonly selected: boolean;
  readonly onSelect: () => void;
}

function BlockRow({ block, depth, selected, onSelect, onGoTo }: BlockRowProps) {
  const link = (what: 'allocated' | 'freed', text: string) =>
    onGoTo ? (
      <button
        type="button"
        className="link"
        title={`Go to the step that ${what} block ${block.id}`}
        onClick={() => onGoTo(block, what)}
      >
        {text}
      </button>
    ) : (
      text
    );
  return (
    <tr data-state={block.state} data-selected={selected || undefined}>
      <th scope="row" style={{ paddingInlineStart: depth > 0 ? `${0.5 + Math.min(depth, 6)}rem` : undefined }}>
        <button type="button" className="link" onClick={onSelect}>
          block {block.id}
        </button>
        {block.within !== undefined && ` in ${block.within}`}
      </th>
      <td>{block.state === 'freed' ? link('freed', 'freed') : 'live'}</td>
      <td>{formatAddress(block.address)}</td>
      <td>{formatSize(block.size)}</td>
      <td>{alignmentOf(block.address)}</td>
      <td>{link('allocated', block.allocatedBy)}</td>
    </tr>
  );
}

function GapRow({ start, size }: { readonly start: number; readonly size: number }) {
  return (
    <tr data-state="gap">
      <th scope="row">no block</th>
      <td />
      <td>{formatAddress(start)}</td>
      <td>{formatSize(size)}</td>
      <td />
      <td />
    </tr>
  );
}
