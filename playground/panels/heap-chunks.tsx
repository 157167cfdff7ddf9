import type { MemoryState } from '../trace/memory-state.ts';
import { allocatorAtWork } from '../view-model/allocator-at-work.ts';
import type { AllocatorHeap } from '../view-model/allocator-chunks.ts';
import { counted, formatCount, formatSize } from '../view-model/hexadecimal.ts';
import { readAllocator } from '../view-model/read-allocator.ts';
import { ChunkTable } from './chunk-table.tsx';
import { FreeLists } from './free-lists.tsx';
import type { PanelProps } from './panel-props.ts';
import { useNewest } from './use-newest.ts';
import './heap-chunks.css';

interface HeapChunksProps extends Pick<PanelProps, 'bytes' | 'moment' | 'selection' | 'onSelect'> {
  readonly state: MemoryState;
  readonly isOpen: boolean;
  readonly onToggle: (isOpen: boolean) => void;
}

/** What the allocator itself keeps in memory: headers and free lists. They are read while it is open, at each step anew. */
export function HeapChunks({ state, bytes, moment, selection, onSelect, isOpen, onToggle }: HeapChunksProps) {
  const heap = useNewest(isOpen ? () => readAllocator(bytes, state) : null, [isOpen, bytes, state]);
  const atWork = moment && allocatorAtWork(moment);
  return (
    <section className="heap-chunks" data-state={isOpen ? 'open' : 'closed'} aria-label="The allocator’s own bytes">
      <h2>
        <button type="button" className="disclosure" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
          The allocator’s own bytes
        </button>
      </h2>
      {isOpen && atWork && (
        <p className="heap-damage">
          The program stands within <code>{atWork}</code> here: headers and lists may be half changed.
        </p>
      )}
      {isOpen && heap?.allocator === null && <p>{heap.reason}</p>}
      {isOpen && heap?.allocator && (
        <>
          <Introduction heap={heap} />
          <ChunkTable chunks={heap.chunks} {...{ selection, onSelect }} />
          <FreeLists lists={heap.lists} onSelect={onSelect} />
        </>
      )}
    </section>
  );
}

const headers = {
  dlmalloc:
    'dlmalloc keeps a header of 4 bytes before each block: the size of the chunk, and bits that say whether it and the one before are in use.',
  emmalloc: 'emmalloc keeps the size of each chunk at both of its ends: an odd number at the end says that it is free.',
} as const satisfies Record<AllocatorHeap['allocator'], string>;

function Introduction({ heap }: { readonly heap: AllocatorHeap }) {
  const { allocator, chunks, totals, damage, isCut } = heap;
  return (
    <>
      <p>
        {headers[allocator]} So <code>free</code> needs only an address, and the next header is always found.
      </p>
      <p>
        {counted(totals.used, 'used chunk')}; {formatCount(totals.free)} free, with {formatSize(totals.freeBytes)}.
        Overhead of headers and rounding: {formatSize(totals.overhead)}.
        {totals.walked > chunks.length && ` The table shows the first ${formatCount(chunks.length)} rows.`}
        {isCut && ' The heap goes on: only so much of it was read.'}
      </p>
      {damage && <p className="heap-damage">{damage.text}</p>}
    </>
  );
}
