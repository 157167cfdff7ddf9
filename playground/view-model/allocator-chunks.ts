import type { Block } from '../trace/memory-state.ts';
import { formatAddress, formatByte } from './hexadecimal.ts';
import type { Place } from './place.ts';

/** What the allocator's own bytes tell of the heap at one moment. */
export interface AllocatorHeap {
  readonly allocator: 'dlmalloc' | 'emmalloc';
  /** In address order, at most {@link mostChunks}. */
  readonly chunks: readonly Chunk[];
  readonly totals: ChunkTotals;
  readonly lists: readonly FreeList[];
  /** Where a header cannot be true, so that the walk from header to header ends; null when it reached the end. */
  readonly damage: Damage | null;
  /** The heap is longer than what was read. */
  readonly isCut: boolean;
}

/** Why nothing is told of the allocator's own bytes. */
export interface NotDecoded {
  readonly allocator: null;
  readonly reason: string;
}

/** Chunks that are described. */
export const mostChunks = 500;
/** Chunks that are walked, so that damage behind the described ones is found too. */
export const mostWalked = 20_000;
/** Bytes that a walk reads at most: what lies between far headers is not read. */
export const mostRead = 8 * 1024 * 1024;

/**
 * `top` is the free rest at the end; `padding` is left out for alignment; `root`, `record` and `end` hold nothing but
 * bookkeeping; `other` was taken from the system by somebody else; `unknown` lies behind damage.
 */
export type ChunkKind = 'used' | 'free' | 'top' | 'padding' | 'root' | 'record' | 'end' | 'other' | 'unknown';

/** One stretch of the heap as the walk met it, from its header up to the next one. */
export interface Piece {
  readonly kind: ChunkKind;
  readonly place: Place;
  /** The live block that it holds. */
  readonly block: Block | null;
  /** Bytes that no block has: header and rounding. Null where there is no block to have them. */
  readonly overhead: number | null;
}

/** A stretch with what the allocator wrote into it. */
export interface Chunk extends Piece {
  readonly words: readonly AllocatorWord[];
}

/** Four bytes that the allocator wrote. */
export interface AllocatorWord {
  readonly address: number;
  /** As they lie: `1B 00 00 00`. */
  readonly bytes: string;
  readonly meaning: string;
  /** What a pointer points at; null for what is no pointer, and for one to nothing that is known. */
  readonly to: Place | null;
}

export interface ChunkTotals {
  /** All that were walked, used, free or neither. */
  readonly walked: number;
  readonly used: number;
  /** `top` among them. */
  readonly free: number;
  readonly freeBytes: number;
  /** Bytes. */
  readonly overhead: number;
}

/** A list of free chunks, in the order of its pointers. */
export interface FreeList {
  readonly name: string;
  readonly chunks: readonly Place[];
  /** Why it ends too early; null when it is whole. */
  readonly broken: string | null;
}

export interface Damage {
  readonly address: number;
  readonly text: string;
}

/** A 32-bit word as its bytes lie, the lowest first. */
export const wordBytes = (word: number): string =>
  [word, word >>> 8, word >>> 16, word >>> 24].map((byte) => formatByte(byte & 0xff)).join(' ');

/** A word that is a number. */
export const numberAt = (address: number, word: number, meaning: string): AllocatorWord => {
  return { address, bytes: wordBytes(word), meaning, to: null };
};

/** A word that is a pointer, called `what`. */
export function pointerAt(address: number, word: number, what: string, to: Place | null): AllocatorWord {
  const where = word === 0 ? 'none' : `${formatAddress(word)}, no free chunk that is known`;
  return { address, bytes: wordBytes(word), meaning: to ? what : `${what}: ${where}`, to };
}
