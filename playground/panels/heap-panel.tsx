import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Block } from '../trace/memory-state.ts';
import { alignmentOf } from '../view-model/alignment.ts';
import { counted, formatAddress, formatCount, formatSize } from '../view-model/hexadecimal.ts';
import { blockPlace, isSamePlace } from '../view-model/place.ts';
import type { PanelProps } from './panel-props.ts';
import './heap-panel.css';

const rowHeight = 30;

/** Every block the program allocated, with totals. Once the program ended, what is live is a leak. */
export function HeapPanel({ state, selection, onSelect, ended }: PanelProps & { readonly ended: boolean }) {
  const blocks = state?.blocks ?? [];
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  if (!state || blocks.length === 0) {
    return (
      <p className="empty">
        No blocks yet: allocate one with <code>malloc(24)</code> or <code>new int[6]</code>.
      </p>
    );
  }
  const totals = state.heap;
  const all = totals.liveBlocks + totals.freedBlocks;
  const leaks = ended && totals.liveBlocks > 0;
  const items = rows.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className="heap-panel">
      <p className="heap-totals" role="status" data-state={leaks ? 'leak' : 'plain'}>
        {leaks && (
          <strong>
            {totals.liveBlocks === 1 ? '1 block is' : `${totals.liveBlocks} blocks are`} still allocated after main
            returned.{' '}
          </strong>
        )}
        Live: {counted(totals.liveBlocks, 'block')}, {formatSize(totals.liveBytes)}. Freed:{' '}
        {counted(totals.freedBlocks, 'block')}, {formatSize(totals.freedBytes)}.
        {all > blocks.length && ` The list shows the newest ${formatCount(blocks.length)}.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="heap-rows" ref={scroller} tabIndex={0} aria-label="Blocks">
        <table>
          <thead>
            <tr>
              {['Block', 'State', 'Address', 'Size', 'Aligned to', 'From'].map((title) => (
                <th scope="col" key={title}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && <Space height={before} />}
            {items.map(({ index }) => {
              const block = blocks[index] as Block;
              return (
                <BlockRow
                  key={block.id}
                  block={block}
                  selected={isSamePlace(selection, blockPlace(block))}
                  onSelect={() => onSelect(blockPlace(block))}
                />
              );
            })}
            {after > 0 && <Space height={after} />}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function BlockRow({
  block,
  selected,
  onSelect,
}: {
  readonly block: Block;
  readonly selected: boolean;
  readonly onSelect: () => void;
}) {
  return (
    <tr data-state={block.state} data-selected={selected || undefined}>
      <th scope="row">
        <button type="button" className="link" onClick={onSelect}>
          block {block.id}
        </button>
      </th>
      <td>{block.state}</td>
      <td>{formatAddress(block.address)}</td>
      <td>{formatSize(block.size)}</td>
      <td>{alignmentOf(block.address)}</td>
      <td>{block.allocatedBy}</td>
    </tr>
  );
}

/** Stands for the rows that are out of sight. */
function Space({ height }: { readonly height: number }) {
  return (
    <tr>
      <td colSpan={6} style={{ height, padding: 0 }} />
    </tr>
  );
}
