import type { Layout, MemoryState } from '../../trace/memory-state.ts';
import type { WithBuiltIns } from '../host/built-ins.ts';
import { max, min, now } from '../host/intrinsics.ts';
import { limits, type ReportedState, type Snapshot } from './messages.ts';

/** States that may follow each other without a pause: what a program does first is seen even if it then spins. */
const mostAtOnce = 16;
/** After those, states a second: 60 in any second at most. */
const rate = 60 - mostAtOnce;
/** Milliseconds that a state may take without a pause after it. */
const cheap = 2;
/** Milliseconds between copies of the whole memory. */
const wholeMemoryPause = 100;

// The realm's own constructor, before `Views` replaces it.
const Bytes = Uint8Array;

export interface ReporterSource {
  state(): MemoryState;
  readonly memory: WebAssembly.Memory;
}

/**
 * Posts states, and with them bytes: while the program runs the worker hears no questions, so it answers again
 * those that panels asked last.
 */
export class Reporter {
  #asked: { start: number; end: number }[] = [];
  #nextReport = 0;
  #allowance = mostAtOnce;
  #lastLook = 0;
  #nextWhole = 0;
  #layout: Layout | null = null;

  constructor(
    readonly source: ReporterSource,
    readonly withBuiltIns: WithBuiltIns,
    readonly post: (state: ReportedState, snapshots: readonly Snapshot[]) => void,
  ) {}

  /** Answers a range of bytes; one past the end comes back shorter. */
  read(start: number, end: number): Uint8Array {
    const range = { start, end: min(end, start + limits.range) };
    this.#asked = [range, ...this.#asked.filter((old) => old.start !== range.start || old.end !== range.end)];
    this.#asked.length = min(this.#asked.length, limits.ranges);
    return this.#copy(range.start, range.end);
  }

  /** Reports if the last report is long enough ago. A state that is slow to take is taken less often. */
  reportSometimes(): void {
    const begun = now();
    this.#allowance = min(mostAtOnce, this.#allowance + ((begun - this.#lastLook) / 1000) * rate);
    this.#lastLook = begun;
    if (this.#allowance < 1 || begun < this.#nextReport) return;
    this.#allowance--;
    const whole = begun >= this.#nextWhole && this.#size() <= limits.wholeMemory;
    if (whole) this.#nextWhole = begun + wholeMemoryPause;
    this.withBuiltIns(() => this.#report(whole));
    const cost = now() - begun;
    this.#nextReport = cost < cheap ? 0 : begun + 4 * cost;
  }

  /** Reports in any case: before a call, so that a Stop finds something, and after it. */
  report(): void {
    this.#report(this.#size() <= limits.wholeMemory);
  }

  #report(whole: boolean): void {
    const { layout, ...state } = this.source.state();
    const ranges = whole ? [{ start: 0, end: this.#size() }] : this.#asked;
    const snapshots = ranges.map(({ start, end }) => ({ start, bytes: this.#copy(start, end) }));
    this.post({ ...state, layout: layout === this.#layout ? null : layout }, snapshots);
    this.#layout = layout;
  }

  #size(): number {
    return this.source.memory.buffer.byteLength;
  }

  #copy(start: number, end: number): Uint8Array {
    return copyOf(this.source.memory, start, end);
  }
}

/** Bytes of memory as they are now; fewer where the range goes past its end or is longer than one may be. */
export function copyOf(memory: WebAssembly.Memory, start: number, end: number): Uint8Array {
  const size = memory.buffer.byteLength;
  const from = min(start, size);
  return new Bytes(memory.buffer, from, max(0, min(end, size, start + limits.range) - from)).slice();
}
