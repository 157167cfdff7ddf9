import type { Block, MemoryState } from '../trace/memory-state.ts';
import {
  type AllocatorWord,
  type Chunk,
  type ChunkKind,
  type ChunkTotals,
  type Damage,
  mostChunks,
  mostRead,
  mostWalked,
  type Piece,
  wordBytes,
} from './allocator-chunks.ts';
import { BlockFinder } from './block-finder.ts';
import { formatAddress, formatSize } from './hexadecimal.ts';
import type { MemoryWords } from './memory-words.ts';
import { rangeOf, sizeOf } from './place.ts';

const names = {
  used: 'used chunk',
  free: 'free chunk',
  top: 'top',
  padding: 'padding',
  root: 'start of a stretch',
  record: 'record of a segment',
  end: 'end mark',
  other: 'not the allocator’s',
  unknown: 'not told apart',
} as const satisfies Record<ChunkKind, string>;

/** What a walk from header to header has met so far. */
export class HeapWalk {
  readonly pieces: Piece[] = [];
  /** Live blocks: what headers say must agree with them. */
  readonly live: BlockFinder;
  damage: Damage | null = null;
  isCut = false;
  readonly #memory: MemoryWords;
  readonly #totals = { used: 0, free: 0, freeBytes: 0, overhead: 0 };
  #reached: number | null;

  constructor(memory: MemoryWords, { blocks, layout }: MemoryState) {
    this.#memory = memory;
    this.#reached = layout.heapBase;
    // What the program's own allocator announced says nothing of these headers.
    this.live = new BlockFinder(blocks.filter((each) => each.state === 'live' && each.allocatedBy !== 'announced'));
  }

  get totals(): ChunkTotals {
    return { ...this.#totals, walked: this.pieces.length };
  }

  /** Whether there is a next header to look at: nothing is damaged, and the walk was not long enough. */
  goesOn(): boolean {
    this.isCut ||= this.pieces.length >= mostWalked || this.#memory.bytesRead >= mostRead;
    return !this.isCut && this.damage === null;
  }

  /** Goes to the start of memory that the allocator took, past what others took before it. */
  goTo(start: number) {
    const from = this.#reached ?? start;
    if (start > from && this.goesOn()) this.#add('other', from, start - from, null, null);
  }

  /** A chunk with `header` bytes that are never a block's. */
  addUsed(start: number, size: number, block: Block | null, header: number) {
    const overhead = block ? size - block.size : header;
    this.#totals.used++;
    this.#totals.overhead += overhead;
    this.#add('used', start, size, block, overhead);
  }

  addFree(kind: 'free' | 'top', start: number, size: number) {
    this.#totals.free++;
    this.#totals.freeBytes += size;
    this.#add(kind, start, size, null, null);
  }

  /** Bytes that are all the allocator's own. */
  addOwn(kind: 'padding' | 'root' | 'record' | 'end', start: number, size: number) {
    this.#totals.overhead += size;
    this.#add(kind, start, size, null, size);
  }

  /** Ends the walk at a word that cannot be true; up to `end` nothing can be told apart. */
  stop({ start, end, word, why, written = this.pieces.at(-1)?.block ?? null }: Contradiction) {
    const guess = written ? ` Something wrote over it, perhaps past the end of block ${written.id}.` : '';
    const where = `The walk ends at ${formatAddress(start)}. The header there, ${wordBytes(word)}, cannot be true: ${why}.`;
    const lost = end > start ? ` The ${formatSize(end - start)} from there on cannot be told apart.` : '';
    this.damage = { address: start, text: `${where}${guess}${lost}` };
    if (end > start) this.#add('unknown', start, end - start, null, null);
  }

  /** The first stretches with their words. */
  async describe(wordsOf: (piece: Piece) => Promise<readonly AllocatorWord[]>): Promise<readonly Chunk[]> {
    const chunks: Chunk[] = [];
    for (const piece of this.pieces.slice(0, mostChunks)) chunks.push({ ...piece, words: await wordsOf(piece) });
    return chunks;
  }

  /** Free chunks that lists hold, by the address that pointers to them have: so many bytes below the header. */
  freeBelow(bytes: number): ReadonlyMap<number, Piece> {
    const free = this.pieces.filter(({ kind }) => kind === 'free');
    return new Map(free.map((piece) => [piece.place.range.start - bytes, piece]));
  }

  #add(kind: ChunkKind, start: number, size: number, block: Block | null, overhead: number | null) {
    const label = block ? `chunk of block ${block.id}` : names[kind];
    const place = { range: rangeOf(start, size), label };
    this.pieces.push({ kind, place, block, overhead });
    this.#reached = start + sizeOf(place.range);
  }
}

interface Contradiction {
  readonly start: number;
  readonly end: number;
  readonly word: number;
  readonly why: string;
  /** The block whose program may have written it; that of the chunk before, unless another one is known. */
  readonly written?: Block | null;
}
