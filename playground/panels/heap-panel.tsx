import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Block } from '../trace/memory-state.ts';
import { alignmentOf } from '../view-model/alignment.ts';
import { counted, formatAddress, formatCount, formatSize } from '../view-model/hexadecimal.ts';
import { blockPlace, isSamePlace, rangeOf } from '../view-model/place.ts';
import type { PanelProps, TraceProps } from './panel-props.ts';
import './heap-panel.css';

const rowHeight = 30;

/** Every block the program allocated, with totals. Once the program ended, what is live is a leak. */
export function HeapPanel(props: PanelProps & Pick<TraceProps, 'trace' | 'onGo'> & { readonly ended: boolean }) {
  const { state, moment, selection, onSelect, ended, trace, onGo } = props;
  const blocks = state?.blocks ?? [];
  const [problem, setProblem] = useState('');
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
  /** Goes to the step that allocated or freed a block. */
  const goTo = async ({ id, address, size }: Block, what: 'allocated' | 'freed') => {
    if (!trace || !moment) return;
    const { block } = await trace.history(moment.step, rangeOf(address, size), 1);
    const write = block?.id === id ? block[what] : null;
    setProblem(write ? '' : `The bytes of block ${id} belong to another block at this step: go back first.`);
    if (write) onGo(write.step);
  };
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
        {problem !== '' && <span className="heap-problem"> {problem}</span>}
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
                  onGoTo={moment && trace ? (what) => void goTo(block, what) : null}
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
  onGoTo,
}: {
  readonly block: Block;
  readonly selected: boolean;
  readonly onSelect: () => void;
  /** Goes to the step that did this; null where nothing was recorded. */
  readonly onGoTo: ((what: 'allocated' | 'freed') => void) | null;
}) {
  const link = (what: 'allocated' | 'freed', text: string) =>
    onGoTo ? (
      <button type="button" className="link" title={`Go to the step that ${what} it`} onClick={() => onGoTo(what)}>
        {text}
      </button>
    ) : (
      text
    );
  return (
    <tr data-state={block.state} data-selected={selected || undefined}>
      <th scope="row">
        <button type="button" className="link" onClick={onSelect}>
          block {block.id}
        </button>
      </th>
      <td>{block.state === 'freed' ? link('freed', 'freed') : 'live'}</td>
      <td>{formatAddress(block.address)}</td>
      <td>{formatSize(block.size)}</td>
      <td>{alignmentOf(block.address)}</td>
      <td>{link('allocated', block.allocatedBy)}</td>
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
