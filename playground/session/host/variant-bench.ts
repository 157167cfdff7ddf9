import type { Problem } from '../../measure/measurement.ts';
import type { Bench, Timed } from '../../measure/run-variants.ts';
import { timerResolution } from '../../measure/timer-resolution.ts';
import { pageSize } from '../../trace/memory-state.ts';
import type { Outcome } from '../run.ts';
import { bareList, memoryBuffer, now } from './intrinsics.ts';
import { type Evaluate, stackOf } from './javascript.ts';
import type { Program } from './program.ts';
import type { GivenVariant, Variants } from './variants.ts';

// The realm's own, before a script may replace them.
const { Promise: Pending, setTimeout, clearTimeout } = globalThis;

/** Seconds after which a promise is not waited for any longer. */
const patience = 5;

/** Results that are kept, so that no engine can leave out the work that makes them: a power of two. */
const keptResults = 16;

/**
 * What calls a variant again and again. Each variant has a loop that was made from source of its own: engines learn from
 * what a loop calls, and one that calls many functions would slow down each.
 */
const loops = {
  plain: `((run, calls, kept) => {"use strict";
for (let call = 0; call < calls; call++) kept[call & ${keptResults - 1}] = run();
})`,
  waiting: `(async (run, calls, kept) => {"use strict";
for (let call = 0; call < calls; call++) kept[call & ${keptResults - 1}] = await run();
})`,
};

export interface BenchSurroundings {
  readonly program: Program;
  readonly variants: Variants;
  readonly evaluate: Evaluate;
  /** The outcome with the line of the trap that was it. */
  readonly located: (outcome: Outcome) => Promise<Outcome>;
}

/** The bench on which a script's variants run, where nothing else runs. */
export function variantBench(surroundings: BenchSurroundings): Omit<Bench, 'report'> {
  const { given } = surroundings.variants;
  const runners = bareList<VariantRunner>();
  for (let index = 0; index < given.length; index++)
    runners[index] = new VariantRunner(given[index] as GivenVariant, surroundings);
  return {
    count: given.length,
    resolution: timerResolution(now),
    time: (variant, calls) => (runners[variant] as VariantRunner).time(calls),
    pause: () => new Pending((resolve) => setTimeout(resolve, 0)),
  };
}

type Loop = (run: () => unknown, calls: number, kept: unknown[]) => unknown;

class VariantRunner {
  readonly #kept = bareList<unknown>();
  #loop: Loop | null = null;
  /** Whether it returns promises; decided by its first call. */
  #waits = false;

  constructor(
    readonly variant: GivenVariant,
    readonly surroundings: BenchSurroundings,
  ) {
    for (let index = 0; index < keptResults; index++) this.#kept[index] = undefined;
  }

  async time(calls: number): Promise<Timed> {
    const { memory } = this.surroundings.program;
    const size = memoryBuffer(memory).byteLength;
    let milliseconds: number | null;
    try {
      milliseconds = await this.#milliseconds(calls);
    } catch (thrown) {
      return { problem: await this.#problem(thrown) };
    }
    if (milliseconds === null) return { problem: { kind: 'never-settled', seconds: patience } };
    const grownPages = (memoryBuffer(memory).byteLength - size) / pageSize;
    return { milliseconds, grownPages, problem: null };
  }

  // `await`, where `return` would do: that asks a promise for its `then`, which a script may have replaced.

  /** Null when a promise does not settle. */
  async #milliseconds(calls: number): Promise<number | null> {
    const { run } = this.variant;
    if (!this.#loop) {
      this.#loop = await this.#make(loops.plain);
      const start = now();
      this.#loop(run, 1, this.#kept);
      const milliseconds = now() - start;
      const first = this.#kept[0];
      if (!isThenable(first)) return milliseconds;
      this.#waits = true;
      // Waited for at once: the time is that of the call alone, and a promise that is rejected has somebody who takes it.
      const waited = await timeOf(async () => await first, start);
      this.#loop = await this.#make(loops.waiting);
      return waited;
    }
    const loop = this.#loop;
    if (this.#waits) return await timeOf(() => loop(run, calls, this.#kept), now());
    const start = now();
    loop(run, calls, this.#kept);
    return now() - start;
  }

  async #make(source: string): Promise<Loop> {
    return (await this.surroundings.evaluate(source, 'measure')).run as unknown as Loop;
  }

  async #problem(thrown: unknown): Promise<Problem> {
    const { program, located, variants } = this.surroundings;
    const outcome = await located(program.tell(thrown));
    const place = variants.scripts.place(stackOf(thrown));
    try {
      program.settle(); // a trap leaves the stack pointer where it was
    } catch {
      // A program that cannot even flush its output fails in its next call, which tells it.
    }
    const inScript = place && { path: place.path, line: place.line };
    switch (outcome.status) {
      case 'trapped':
        return { kind: 'failed', message: outcome.reason, place: outcome.location ?? inScript };
      case 'threw':
        return { kind: 'failed', message: outcome.message, place: inScript };
      case 'finished':
        return { kind: 'failed', message: 'it ended the program by exit()', place: inScript };
      case 'waiting-for-input':
        return { kind: 'failed', message: 'it asked for input when there was no more', place: inScript };
      case 'stopped':
        return { kind: 'failed', message: 'it was stopped', place: inScript };
      default:
        return outcome satisfies never;
    }
  }
}

/** Whether `await` would wait for it. */
const isThenable = (value: unknown): boolean =>
  ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
  typeof (value as PromiseLike<unknown>).then === 'function';

/** Milliseconds from `start` until what `begin` returns has settled; null when that takes too long. Throws what it threw. */
function timeOf(begin: () => unknown, start: number): Promise<number | null> {
  return new Pending((resolve, reject) => {
    const timer = setTimeout(resolve, patience * 1000, null);
    const wait = async () => {
      try {
        await begin();
        resolve(now() - start);
      } catch (thrown) {
        reject(thrown);
      } finally {
        clearTimeout(timer);
      }
    };
    void wait();
  });
}
