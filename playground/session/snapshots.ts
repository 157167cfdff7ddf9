import type { ByteRange } from '../trace/memory-state.ts';
import type { Snapshot } from './sandbox/messages.ts';

/** Pieces kept at most; each state brings a few. */
const capacity = 32;

/** What is known of a memory that cannot be asked: its program is busy, or was stopped. Newest first. */
export class Snapshots {
  #pieces: Snapshot[] = [];
  #size = 0;

  /** Adds pieces of a memory of `size` bytes. */
  add(pieces: readonly Snapshot[], size: number): void {
    this.#size = size;
    const isCovered = (old: Snapshot) => pieces.some((piece) => piece.start <= old.start && endOf(piece) >= endOf(old));
    this.#pieces = [...pieces, ...this.#pieces.filter((old) => !isCovered(old))].slice(0, capacity);
  }

  /** The bytes of a range, from the newest piece that has all of it; null when none has. */
  read({ start, end }: ByteRange): Uint8Array | null {
    const last = Math.min(end, this.#size);
    if (last <= start) return new Uint8Array();
    const piece = this.#pieces.find((candidate) => candidate.start <= start && endOf(candidate) >= last);
    return piece ? piece.bytes.slice(start - piece.start, last - piece.start) : null;
  }
}

function endOf({ start, bytes }: Snapshot): number {
  return start + bytes.length;
}
