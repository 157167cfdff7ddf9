import { useState } from 'react';
import type { Block, MemoryState } from '../trace/memory-state.ts';
import { fragmentation, type HeapOrder } from '../view-model/heap-rows.ts';
import { counted, formatCount, formatSize } from '../view-model/hexadecimal.ts';
import { rangeOf } from '../view-model/place.ts';
import { HandleList } from './handle-list.tsx';
import { HeapChunks } from './heap-chunks.tsx';
import { HeapList } from './heap-list.tsx';
import type { PanelProps, TraceProps } from './panel-props.ts';
import './heap-panel.css';

interface HeapPanelProps extends PanelProps, Pick<TraceProps, 'trace' | 'onGo'> {
  /** `main` has returned: what is live now is a leak. */
  readonly ended: boolean;
}

/** Every block the program allocated, in order of allocation or as they lie, with totals. */
export function HeapPanel({ state, bytes, moment, selection, onSelect, ended, trace, onGo }: HeapPanelProps) {
  const [order, setOrder] = useState<HeapOrder>('allocation');
  const [problem, setProblem] = useState('');
  // Kept here: a step without blocks must not close it.
  const [showsChunks, setShowsChunks] = useState(false);
  const handles = state && <HandleList state={state} onGo={moment && trace ? onGo : null} />;
  if (!state || state.blocks.length === 0) {
    return (
      <div className="heap-panel">
        <p className="empty">
          No blocks yet: allocate one with <code>malloc(24)</code> or <code>new int[6]</code>.
        </p>
        {handles}
      </div>
    );
  }
  const goTo = async ({ id, address, size }: Block, what: 'allocated' | 'freed') => {
    if (!trace || !moment) return;
    const { block } = await trace.history(moment.step, rangeOf(address, size), 1);
    const write = block?.id === id ? block[what] : null;
    setProblem(write ? '' : `The bytes of block ${id} belong to another block at this step: go back first.`);
    if (write) onGo(write.step);
  };
  return (
    <div className="heap-panel">
      <div className="heap-head">
        <Totals {...{ state, ended }} isLive={moment === null} />
        <label>
          Order{' '}
          <select value={order} onChange={({ target }) => setOrder(target.value as HeapOrder)}>
            <option value="allocation">of allocation</option>
            <option value="address">of address, with gaps</option>
          </select>
        </label>
        <span role="status" className="heap-problem">
          {problem}
        </span>
      </div>
      <HeapList
        {...{ state, order, selection, onSelect }}
        onGoTo={moment && trace ? (block, what) => void goTo(block, what) : null}
      />
      <HeapChunks {...{ state, bytes, moment, selection, onSelect }} isOpen={showsChunks} onToggle={setShowsChunks} />
      {handles}
    </div>
  );
}

interface TotalsProps {
  readonly state: MemoryState;
  readonly ended: boolean;
  /** The program runs or has just run: changes are read out. Of a recorded moment the timeline tells. */
  readonly isLive: boolean;
}

function Totals({ state, ended, isLive }: TotalsProps) {
  const { heap: totals, blocks } = state;
  const all = totals.liveBlocks + totals.freedBlocks;
  const leaks = ended && totals.liveBlocks > 0;
  const free = fragmentation(state);
  const inner = blocks.filter(({ within }) => within !== undefined).length;
  return (
    <p className="heap-totals" role={isLive ? 'status' : undefined} data-state={leaks ? 'leak' : 'plain'}>
      {leaks && (
        <strong>
          {totals.liveBlocks === 1 ? '1 block is' : `${totals.liveBlocks} blocks are`} still allocated after main
          returned.{' '}
        </strong>
      )}
      Live: {counted(totals.liveBlocks, 'block')}, {formatSize(totals.liveBytes)}. Freed:{' '}
      {counted(totals.freedBlocks, 'block')}, {formatSize(totals.freedBytes)}.
      {free && free.places > 0 && (
        <>
          {' '}
          Room from the first live block to the end of the heap: {formatSize(free.bytes)} in{' '}
          {counted(free.places, 'place')}
          {free.places > 1 && `, the largest ${formatSize(free.largest)}`}.
        </>
      )}
      {inner > 0 && ` ${inner === 1 ? '1 lies' : `${formatCount(inner)} lie`} within others: their bytes count once.`}
      {all > blocks.length && ` The list shows the newest ${formatCount(blocks.length)}.`}
    </p>
  );
}
