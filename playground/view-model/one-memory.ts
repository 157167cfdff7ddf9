import {
  type ByteRange,
  type ByteSource,
  type MemoryState,
  memoryOf,
  memorySpan,
  pageSize,
  toAddress,
} from '../trace/memory-state.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import type { Breakpoint } from './breakpoints.ts';
import { formatAddress } from './hexadecimal.ts';
import type { Place } from './place.ts';

// A module may have several memories. A panel shows one of them, and knows no other: what it gets counts from that
// memory's first byte, and what it tells is put back among all of them here.

const moved = ({ start, end }: ByteRange, by: number): ByteRange => ({
  start: toAddress(start + by),
  end: toAddress(end + by),
});
const isIn = ({ start }: ByteRange, memory: number): boolean => memoryOf(start) === memory;

/** A memory beside the first: no linker, allocator or script knows of it, so it holds bytes and nothing else. */
export function stateOfMemory(state: MemoryState, memory: number): MemoryState {
  const { otherPages = [], ...first } = state;
  if (memory === 0) return first;
  return {
    ...first,
    pages: otherPages[memory - 1] ?? 0,
    maximumPages: null,
    layout: { data: null, stack: null, heapBase: null, symbols: [] },
    stackPointer: null,
    stackLow: null,
    heapEnd: null,
    blocks: [],
    heap: { liveBlocks: 0, liveBytes: 0, freedBlocks: 0, freedBytes: 0 },
    growths: [],
    views: [],
    handles: [],
  };
}

export function momentOfMemory(moment: Moment, memory: number): Moment {
  const changes = moment.changes
    .filter(({ range }) => isIn(range, memory))
    .map((change) => ({ ...change, range: moved(change.range, -memory * memorySpan) }));
  const state = stateOfMemory(moment.state, memory);
  // Variables lie in the first memory: that is the one that compilers of C, C++ and Rust use.
  return memory === 0 ? { ...moment, state, changes } : { ...moment, state, changes, frames: [], globals: [] };
}

export function bytesOfMemory(bytes: ByteSource, memory: number): ByteSource {
  return { read: (range) => bytes.read(moved(range, memory * memorySpan)) };
}

export function traceOfMemory(trace: Trace, memory: number): Trace {
  const inAll = (range: ByteRange) => moved(range, memory * memorySpan);
  return {
    ...trace,
    read: (step, range) => trace.read(step, inAll(range)),
    history: (step, range, most) => trace.history(step, inAll(range), most),
  };
}

/** Null where it lies in another memory. */
export function placeInMemory(place: Place | null, memory: number): Place | null {
  if (!place || !isIn(place.range, memory)) return null;
  if (memory === 0) return place;
  const range = moved(place.range, -memory * memorySpan);
  return { range, label: formatAddress(range.start) };
}

/** The same place among all memories. */
export function placeInAll({ range, label }: Place, memory: number): Place {
  const there = moved(range, memory * memorySpan);
  return { range: there, label: memory === 0 ? label : formatAddress(there.start) };
}

/** Those on bytes of the memory, and those on none. */
export function breakpointsInMemory(breakpoints: readonly Breakpoint[], memory: number): readonly Breakpoint[] {
  return breakpoints.flatMap((each): readonly Breakpoint[] => {
    if (each.kind !== 'write') return [each];
    const place = placeInMemory(each, memory);
    return place ? [{ kind: 'write', ...place }] : [];
  });
}

/** Those that were set in a memory, with those of the others. */
export function breakpointsInAll(
  set: readonly Breakpoint[],
  before: readonly Breakpoint[],
  memory: number,
): readonly Breakpoint[] {
  const others = before.filter((each) => each.kind === 'write' && !isIn(each.range, memory));
  const own = set.map((each) => (each.kind === 'write' ? { ...each, ...placeInAll(each, memory) } : each));
  return [...others, ...own];
}

/** Memories by their index, as one chooses among them. */
export function memoriesInWords({ pages, otherPages = [] }: MemoryState): readonly string[] {
  return [pages, ...otherPages].map(
    (size, index) => `Memory ${index}: ${size.toLocaleString('en')} ${size === 1 ? 'page' : 'pages'}`,
  );
}

/** The first address behind the memory in which an address lies. */
export function endOfMemory({ pages, otherPages = [] }: MemoryState, address: number): number {
  const memory = memoryOf(address);
  return memory * memorySpan + (memory === 0 ? pages : (otherPages[memory - 1] ?? 0)) * pageSize;
}
