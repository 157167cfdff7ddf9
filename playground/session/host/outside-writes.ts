import { pieceSize } from '../../trace/log.ts';
import { max, method, min, now } from './intrinsics.ts';
import type { RunLog } from './run-log.ts';

/** Milliseconds of comparison from which on it takes no more than its share. */
const unmeasured = 300;
/** Milliseconds of it for a script whose steps are not recorded, so that it can be run again: more would only hold it up. */
const mostLater = 10_000;
/** Bytes up to which a range is logged as a whole: of longer ones, what has changed. */
const mostWhole = 1024 * 1024;
/** Bytes of the copy that are not needed yet, at most. */
const mostSpare = 16 * 1024 * 1024;

// The realm's own, before a script may replace them.
const Bytes = Uint8Array;
type Bytes = Uint8Array<ArrayBuffer>;
/** Words of 4 bytes: V8 compares those of 8 as large numbers, two to four times as slowly. */
const Words = Int32Array;

const setBytes = method(Uint8Array.prototype.set) as (into: Bytes, from: Bytes) => void;

/**
 * Finds what code outside of the program wrote into its memory by comparison, for code that does not report its
 * writes: a script, and parts of the glue. Costs a pass over the memory, so it runs only where such code has run.
 */
export class OutsideWrites {
  /** Memory as far as what was written to it is logged; null while no code outside runs. Part of `#copy`. */
  #before: Bytes | null = null;
  /** Room for it, with some to spare: behind memory's end it is zero, as what memory grows by. */
  #copy: Bytes = new Bytes();
  /** Milliseconds that comparisons within their means have taken, and when they may go on. */
  #spent = 0;
  #next = 0;
  /** Milliseconds that comparisons have taken since the recording was full. */
  #spentLater = 0;
  /** Called before what a script wrote is logged. */
  beforeScriptWrite: () => void = () => undefined;

  constructor(
    readonly memory: WebAssembly.Memory,
    readonly log: RunLog,
  ) {}

  /** Code outside begins to run: remembers the memory. */
  begin(): void {
    this.#before = null;
    if (!this.log.isWatched) return;
    const bytes = this.#bytes();
    this.#before = this.#copied(bytes.length);
    setBytes(this.#before, bytes);
  }

  /** Logs what it has written since `begin`. */
  end(by: 'host' | 'script'): void {
    const begun = now();
    this.check(by);
    this.#before = null;
    if (by === 'host' || this.log.isRecording) return;
    this.#spentLater += now() - begun;
    if (this.#spentLater > mostLater) this.log.journal.giveUp();
  }

  /**
   * A script has just grown memory, and the log does not have that yet: what it wrote before, as far as it did not report
   * it. Within means: where that was not compared, it is told later.
   */
  checkBeforeGrowth(): void {
    const before = this.#before;
    if (!before) return;
    this.#withinMeans(() => this.#compare(before, this.#bytes(), 'script'));
    this.#before = this.#copied(this.#bytes().length);
  }

  /** What was written so far. */
  check(by: 'host' | 'script'): void {
    if (!this.#before) return;
    this.log.checkSize();
    const after = this.#bytes();
    const before = this.#copied(after.length);
    this.#before = this.log.isWatched ? before : null;
    this.#compare(before, after, by);
  }

  /** The same for what may happen a hundred thousand times: writes between two comparisons are told together then. */
  checkWithinMeans(by: 'host' | 'script'): void {
    this.#withinMeans(() => this.check(by));
  }

  /** Compares, but from some time on only as often as it takes a tenth of the run at most. */
  #withinMeans(compare: () => void): void {
    const begun = now();
    if (this.#spent > unmeasured && begun < this.#next) return;
    compare();
    const took = now() - begun;
    this.#spent += took;
    this.#next = begun + 10 * took;
  }

  /**
   * What was written to these bytes so far, by code that told it might write there: the rest is not compared. The first
   * `whole` bytes were surely written: they are logged also where none has changed, because what is written is no longer
   * without a value. Returns how many bytes have changed; null where that is not known.
   */
  checkRange(start: number, end: number, whole = 0): number | null {
    const before = this.#before;
    if (!before) return null;
    const after = this.#bytes();
    if (before.length !== after.length) {
      this.check('script'); // it has grown
      return null;
    }
    const last = min(end, after.length);
    let changed = 0;
    for (let from = start; from < last; from = pieceEnd(from)) {
      const stop = min(pieceEnd(from), last);
      for (let at = from; at < stop; at++) if (before[at] !== after[at]) changed++;
      const written = whole <= mostWhole ? min(stop, max(from, start + whole)) : from;
      if (written > from) this.#logRange(before, after, from, written, 'script');
      this.#logChanges(before, after, written, stop, 'script');
      copyBytes(after, before, from, stop);
    }
    return changed;
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

  /** Logs where the first so many bytes differ, and makes them the same in both. */
  #compare(before: Bytes, after: Bytes, by: 'host' | 'script'): void {
    const left = new Words(before.buffer, 0, before.length / 4);
    const right = new Words(after.buffer, 0, before.length / 4);
    for (let start = 0; start < before.length; start += pieceSize) {
      if (sameWords(left, right, start / 4)) continue;
      this.#logChanges(before, after, start, start + pieceSize, by);
      copyBytes(after, before, start, start + pieceSize);
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
    if (by === 'script') this.beforeScriptWrite();
    const written = new Bytes(end - start);
    for (let at = start; at < end; at++) written[at - start] = after[at] ?? 0;
    copyBytes(before, after, start, end);
    this.log.writes(by, start, end - start);
    this.log.journal.writes(start, end - start);
    for (let at = start; at < end; at++) after[at] = written[at - start] ?? 0;
  }

  #bytes(): Bytes {
    return new Bytes(this.memory.buffer as ArrayBuffer);
  }

  /** As much of the copy as memory is long. */
  #copied(length: number): Bytes {
    if (this.#copy.length < length) {
      const larger = new Bytes(length + min(length / 4, mostSpare));
      setBytes(larger, this.#copy);
      this.#copy = larger;
    }
    return new Bytes(this.#copy.buffer, 0, length);
  }
}

const pieceEnd = (address: number): number => address - (address % pieceSize) + pieceSize;

/** Without `set`: a script's own may be watched. */
function copyBytes(from: Bytes, to: Bytes, start: number, end: number): void {
  for (let at = start; at < end; at++) to[at] = from[at] ?? 0;
}

/** Whether a piece is the same in both, from this word of 4 bytes on. */
function sameWords(left: Int32Array, right: Int32Array, start: number): boolean {
  for (let index = start; index < start + pieceSize / 4; index++) if (left[index] !== right[index]) return false;
  return true;
}
