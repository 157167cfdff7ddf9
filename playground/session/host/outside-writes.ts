import { pieceSize } from '../../trace/log.ts';
import type { RunLog } from './run-log.ts';

/** Milliseconds of comparison from which on it takes no more than its share. */
const unmeasured = 300;

// The realm's own, before a script may replace them.
const now = performance.now.bind(performance);
const Bytes = Uint8Array;
type Bytes = Uint8Array<ArrayBuffer>;
const Longs = BigUint64Array;

/**
 * Finds what code outside of the program wrote into its memory by comparison, for code that does not report its
 * writes: a script, and parts of the glue. Costs a pass over the memory, so it runs only where such code has run.
 */
export class OutsideWrites {
  #before: Uint8Array<ArrayBuffer> | null = null;
  /** Milliseconds that `checkWithinMeans` has taken, and when it may go on. */
  #spent = 0;
  #next = 0;

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
    const after = this.#bytes();
    const grown = new Bytes(after.length);
    grown.set(before);
    this.#compare(grown, after, by);
  }

  /** What was written so far, where memory has just grown and the log does not have that yet. */
  checkBeforeGrowth(by: 'host' | 'script'): void {
    if (!this.#before) return;
    this.#compare(this.#before, this.#bytes(), by);
    this.begin();
  }

  /** What was written so far. */
  check(by: 'host' | 'script'): void {
    if (!this.#before) return;
    this.end(by);
    this.begin();
  }

  /**
   * What was written so far, for what may happen a hundred thousand times: from some time on comparisons take a tenth of
   * the run at most, and writes between two of them are told together.
   */
  checkWithinMeans(by: 'host' | 'script'): void {
    const begun = now();
    if (this.#spent > unmeasured && begun < this.#next) return;
    this.check(by);
    const took = now() - begun;
    this.#spent += took;
    this.#next = begun + 10 * took;
  }

  /** What was written to these bytes so far, by code that told it might write there: the rest is not compared. */
  checkRange(start: number, end: number): void {
    const before = this.#before;
    if (!before || end <= start) return;
    const after = this.#bytes();
    if (before.length !== after.length) {
      this.check('script'); // it has grown
      return;
    }
    const last = Math.min(end, after.length);
    for (let from = start; from < last; from = pieceEnd(from)) {
      const stop = Math.min(pieceEnd(from), last);
      this.#logChanges(before, after, from, stop, 'script');
      copyBytes(after, before, from, stop);
    }
  }

  /** The same of an element, which is written as a whole: all of its bytes, also where none has changed. */
  checkElement(start: number, end: number, isStored: boolean): void {
    const before = this.#before;
    const after = this.#bytes();
    if (!before || before.length !== after.length || end > after.length) {
      this.checkRange(start, end);
      return;
    }
    let isChanged = isStored;
    for (let at = start; at < end && !isChanged; at++) isChanged = before[at] !== after[at];
    if (!isChanged) return;
    this.#logRange(before, after, start, end, 'script');
    copyBytes(after, before, start, end);
  }

  #compare(before: Bytes, after: Bytes, by: 'host' | 'script'): void {
    for (let start = 0; start < before.length; start += pieceSize) {
      if (!sameWords(before, after, start)) this.#logChanges(before, after, start, start + pieceSize, by);
    }
  }

  /** A record holds the old bytes and is written before the change: so the change is taken back, logged, and made again. */
  #logChanges(before: Bytes, after: Bytes, start: number, stop: number, by: 'host' | 'script'): void {
    for (let at = start; at < stop; at++) {
      if (before[at] === after[at]) continue;
      let end = at + 1;
      for (let next = end; next < stop && next - end < 8; next++) if (before[next] !== after[next]) end = next + 1;
      this.#logRange(before, after, at, end, by);
      at = end;
    }
  }

  #logRange(before: Bytes, after: Bytes, start: number, end: number, by: 'host' | 'script'): void {
    const written = new Bytes(end - start);
    for (let at = start; at < end; at++) written[at - start] = after[at] ?? 0;
    copyBytes(before, after, start, end);
    this.log.writes(by, start, end - start);
    this.log.journal.writes(start, end - start);
    for (let at = start; at < end; at++) after[at] = written[at - start] ?? 0;
  }

  #bytes(): Uint8Array<ArrayBuffer> {
    return new Bytes(this.memory.buffer as ArrayBuffer);
  }
}

const pieceEnd = (address: number): number => address - (address % pieceSize) + pieceSize;

/** Without `set`: a script's own may be watched. */
function copyBytes(from: Bytes, to: Bytes, start: number, end: number): void {
  for (let at = start; at < end; at++) to[at] = from[at] ?? 0;
}

function sameWords(a: Uint8Array<ArrayBuffer>, b: Uint8Array<ArrayBuffer>, start: number): boolean {
  const left = new Longs(a.buffer, start, pieceSize / 8);
  const right = new Longs(b.buffer, start, pieceSize / 8);
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
