import { pieceSize } from '../../trace/log.ts';
import type { RunLog } from './run-log.ts';

// The realm's own, before a script may replace them.
const Bytes = Uint8Array;
const Longs = BigUint64Array;

/**
 * Finds what code outside of the program wrote into its memory by comparison, for code that does not report its
 * writes: a script, and parts of the glue. Costs a pass over the memory, so it runs only where such code has run.
 */
export class OutsideWrites {
  #before: Uint8Array<ArrayBuffer> | null = null;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly log: RunLog,
  ) {}

  /** Code outside begins to run: remembers the memory. */
  begin(): void {
    this.#before = this.log.isWatched ? this.#bytes().slice() : null;
  }

  /** Logs what it has written since `begin`. */
  end(by: 'host' | 'script'): void {
    const before = this.#before;
    this.#before = null;
    if (!before) return;
    this.log.checkSize();
    const now = this.#bytes();
    const grown = new Bytes(now.length);
    grown.set(before);
    for (let start = 0; start < now.length; start += pieceSize) {
      if (!sameWords(grown, now, start)) this.#logPiece(grown, now, start, by);
    }
  }

  /** What was written so far. */
  check(by: 'host' | 'script'): void {
    if (!this.#before) return;
    this.end(by);
    this.begin();
  }

  /** A record holds the old bytes and is written before the change: so the change is taken back, logged, and made again. */
  #logPiece(before: Uint8Array, now: Uint8Array, start: number, by: 'host' | 'script'): void {
    for (let at = start; at < start + pieceSize; at++) {
      if (before[at] === now[at]) continue;
      let end = at + 1;
      for (let next = end; next < start + pieceSize && next - end < 8; next++)
        if (before[next] !== now[next]) end = next + 1;
      const written = now.slice(at, end);
      now.set(before.subarray(at, end), at);
      this.log.writes(by, at, end - at);
      this.log.journal.writes(at, end - at);
      now.set(written, at);
      at = end;
    }
  }

  #bytes(): Uint8Array<ArrayBuffer> {
    return new Bytes(this.memory.buffer as ArrayBuffer);
  }
}

function sameWords(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>, start: number): boolean {
  const left = new Longs(a.buffer, start, pieceSize / 8);
  const right = new Longs(b.buffer, start, pieceSize / 8);
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
