import { type CallKind, type CallTimes, callTimeLimits } from '../../measure/call-times.ts';
import { timerResolution } from '../../measure/timer-resolution.ts';
import type { BorderWitness, CrossingCall } from './border-witness.ts';
import { bareList, memoryBuffer, now } from './intrinsics.ts';
import { Quiet } from './quiet.ts';

const { create } = Object;

interface Timed {
  readonly way: CallKind['way'];
  readonly name: string;
  calls: number;
  milliseconds: number;
  readonly samples: number[];
}

/** Takes the times of all that crosses the boundary of a program that is not recorded. */
export class CallClock implements BorderWitness {
  readonly source: BorderWitness['source'];
  readonly statement = null;
  readonly #kinds = bareList<Timed>();
  readonly #byName: Record<string, Timed> = create(null);
  #way: CrossingCall['way'] | null = null;
  #isCopying = false;
  readonly #quiet = new Quiet();
  /** What has copied, and how long that took; null when that is told. */
  #copy = '';
  #copyTime: number | null = null;

  constructor(readonly memory: WebAssembly.Memory) {
    this.source = { buffer: () => memoryBuffer(memory) };
  }

  get isOpen(): boolean {
    return this.#way !== null;
  }

  during<Result>({ way, name }: Pick<CrossingCall, 'way' | 'name'>, run: () => Result): Result {
    if (this.#quiet.isOn) return run();
    const outer = this.#way;
    const wasCopying = this.#isCopying;
    this.#way = way;
    this.#isCopying = false;
    const start = now();
    try {
      return run();
    } finally {
      this.#add(way, name, now() - start);
      this.#way = outer;
      this.#isCopying = wasCopying;
    }
  }

  byScript<Result>(_call: CrossingCall, run: () => Result): Result {
    return run();
  }

  inGlue<Result>(name: string, _args: readonly unknown[], run: () => Result): Result {
    return this.#way === 'glue' ? run() : this.during({ way: 'glue', name }, run);
  }

  quietly<Result>(run: () => Result): Result {
    return this.#quiet.during(run);
  }

  copying<Result>(name: string, run: () => Result, tell: (result: Result) => void): Result {
    if (this.#isCopying || this.#quiet.isOn) return run();
    this.#isCopying = true;
    try {
      const start = now();
      const result = run();
      this.#copyTime = now() - start;
      this.#copy = name;
      tell(result);
      this.#copyTime = null;
      return result;
    } finally {
      this.#isCopying = false;
    }
  }

  copied(way: 'in' | 'out' | 'view'): void {
    if (way === 'view' || this.#copyTime === null) return;
    this.#add('copy', this.#copy, this.#copyTime);
    this.#copyTime = null; // several pieces of memory are one copy
  }

  wrote(): void {}

  viewed(): void {}

  /** All that was timed until now. To be called with the built-ins that the realm began with. */
  times(): CallTimes {
    const kinds = Array.from(this.#kinds, (timed): CallKind => ({ ...timed, samples: Array.from(timed.samples) }));
    return { runs: 1, resolution: timerResolution(now), overhead: overheadOf(new CallClock(this.memory)), kinds };
  }

  #add(way: CallKind['way'], name: string, milliseconds: number): void {
    const key = `${way} ${name}`;
    let timed = this.#byName[key];
    if (!timed) {
      if (this.#kinds.length >= callTimeLimits.kinds) return;
      timed = { way, name, calls: 0, milliseconds: 0, samples: bareList() };
      this.#byName[key] = this.#kinds[this.#kinds.length] = timed;
    }
    timed.calls++;
    timed.milliseconds += milliseconds;
    if (timed.samples.length < callTimeLimits.samples) timed.samples[timed.samples.length] = milliseconds;
  }
}

/** Calls of nothing, of which the time is taken. */
const tries = 5_000;

function overheadOf(clock: CallClock): number {
  const nothing = () => undefined;
  const start = now();
  for (let index = 0; index < tries; index++) clock.during({ way: 'in', name: '' }, nothing);
  return (now() - start) / tries;
}
