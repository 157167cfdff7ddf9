import { topFoot } from './allocator-statics.ts';
import { ownerOf } from './block-finder.ts';
import type { HeapWalk } from './heap-walk.ts';
import { formatAddress, formatSize } from './hexadecimal.ts';
import type { MemoryWords } from './memory-words.ts';

/** Bits of a chunk's header (dlmalloc.c, "Operations on head and foot fields"). */
export const headBits = { previousInUse: 1, inUse: 2, unused: 4, all: 7 } as const;
/** The header of the marks that close a segment which is not the last (FENCEPOST_HEAD). */
const fence = 7;
/** Segments that are followed: a program makes one whenever somebody else took memory in between. */
const mostSegments = 1000;

interface Segment {
  readonly base: number;
  readonly size: number;
}

/** What dlmalloc's `struct malloc_state` says. Addresses of chunks are 4 bytes below their headers, as dlmalloc counts. */
export interface DlmallocState {
  readonly at: number;
  readonly top: number;
  readonly topSize: number;
  /** The chunk that small requests are cut from, in no list; 0 when there is none. */
  readonly victim: number;
  /** By address. */
  readonly segments: readonly Segment[];
  /** Chunks that keep what another segment than the last is. */
  readonly records: ReadonlySet<number>;
  /** A record that cannot be true; null when all can. */
  readonly brokenRecord: number | null;
}

export async function readState(memory: MemoryWords, at: number): Promise<DlmallocState> {
  const [, , , topSize = 0, , victim = 0, top = 0] = await memory.at(at, 7);
  const segments: Segment[] = [];
  const records = new Set<number>();
  let brokenRecord: number | null = null;
  for (let record = at + 448; record !== 0; ) {
    const [base = 0, size = 0, next = 0] = await memory.at(record, 3);
    const overlaps = segments.some((other) => base < other.base + other.size && other.base < base + size);
    if (base % 8 !== 0 || size < 64 || base + size > memory.size || overlaps || segments.length === mostSegments) {
      brokenRecord = record;
      break;
    }
    segments.push({ base, size });
    if (next !== 0) records.add(next - 8);
    record = next;
  }
  return { at, top, topSize, victim, segments: segments.sort((a, b) => a.base - b.base), records, brokenRecord };
}

/** Walks every segment from chunk to chunk. A stretch runs from one header to the next: it is the chunk moved up by 4 bytes. */
export async function walkDlmalloc(memory: MemoryWords, state: DlmallocState, walk: HeapWalk) {
  for (const segment of state.segments) {
    walk.goTo(segment.base);
    if (walk.goesOn()) await walkSegment(memory, state, segment, walk);
  }
  const start = state.brokenRecord;
  if (start === null || !walk.goesOn()) return;
  const [word = 0] = await memory.at(start, 1);
  walk.stop({ start, end: start, word, why: 'it is the record of a segment that cannot be there', written: null });
}

async function walkSegment(memory: MemoryWords, state: DlmallocState, { base, size }: Segment, walk: HeapWalk) {
  const end = base + size;
  const { top, topSize } = state;
  const isLast = top >= base && top < end;
  walk.addOwn('padding', base, 4);
  let previousIsUsed = true;
  for (let chunk = base; walk.goesOn(); ) {
    const start = chunk + 4;
    const [head = 0] = await memory.at(start, 1);
    const stop = (why: string) => walk.stop({ start, end, word: head, why });
    if (isLast && chunk === top) {
      if (head !== topSize + headBits.previousInUse) return stop(`top has ${formatSize(topSize)}, as dlmalloc knows`);
      walk.addFree('top', start, topSize);
      return walk.addOwn('end', start + topSize, topFoot - 4);
    }
    if (head === fence && !isLast) return walk.addOwn('end', start, end - start);
    const length = head - (head & headBits.all);
    const isUsed = (head & headBits.inUse) !== 0;
    const next = chunk + length;
    if (head & headBits.unused) return stop(`dlmalloc does not use its bit ${headBits.unused}`);
    if (length < 16) return stop(`no chunk has ${formatSize(length)}`);
    if (next > (isLast ? top : end)) {
      return stop(`${formatSize(length)} would reach past ${isLast ? 'top' : 'the segment'}`);
    }
    if (((head & headBits.previousInUse) !== 0) !== previousIsUsed) {
      return stop(`it says that the chunk before is ${previousIsUsed ? 'free' : 'in use'}`);
    }
    const { block, contradiction } = ownerOf(walk.live, chunk + 8, next + 4, !isUsed);
    if (contradiction) return stop(contradiction);
    if (state.records.has(chunk)) {
      walk.addOwn('record', start, length);
    } else if (isUsed) {
      walk.addUsed(start, length, block, 4);
    } else {
      const [foot = 0] = await memory.at(next, 1);
      if (!previousIsUsed) return stop('dlmalloc joins free chunks that are neighbours');
      if (foot !== length) return stop(`the size at the chunk’s end, at ${formatAddress(next)}, is ${foot}`);
      walk.addFree('free', start, length);
    }
    previousIsUsed = isUsed;
    chunk = next;
  }
}
