import { measureLimits, type Variant } from '../../measure/measurement.ts';
import { bareList, sliceText, stringify } from './intrinsics.ts';
import type { ScriptStack } from './script-stack.ts';

/** What scripts know as `measure(name, run, { bytes, items })`. */
export type MeasureFunction = (name: unknown, run: unknown, amounts?: unknown) => void;

/** A variant with the function that is timed. */
export interface GivenVariant extends Variant {
  readonly run: () => unknown;
}

type ErrorClass = new (message: string) => Error;

/** Takes what scripts give to `measure`. Nothing of it runs before the script has ended. */
export class Variants {
  /** Only its elements and its length can be used. */
  readonly given = bareList<GivenVariant>();
  readonly #mistake: ErrorClass;
  readonly #told = new Set<string>();
  #called = 0;
  #isClosed = false;

  constructor(
    readonly scripts: ScriptStack,
    realm: Record<string, unknown>,
  ) {
    this.#mistake = realm.TypeError as ErrorClass; // scripts catch errors of their own realm
  }

  readonly measure: MeasureFunction = (name, run, amounts) => {
    if (this.#isClosed) throw this.#wrong('the variants run already, and no other can be added');
    if (typeof name !== 'string' || name === '') throw this.#wrong('its first argument is a name');
    if (typeof run !== 'function') throw this.#wrong(`the second argument of ${shown(name)} is a function`);
    if (this.given.length >= measureLimits.variants)
      throw this.#wrong(`${measureLimits.variants} variants are as many as can be compared`);
    for (let index = 0; index < this.given.length; index++)
      if (this.given[index]?.name === cut(name)) throw this.#wrong(`there is a variant ${shown(name)} already`);
    const [bytes, items] = [this.#amount(name, amounts, 'bytes'), this.#amount(name, amounts, 'items')];
    this.given[this.given.length] = {
      name: cut(name),
      place: this.#place(),
      bytes,
      items,
      run: run as () => unknown,
    };
  };

  /** What is told of them. From now on none can be added. */
  close(): readonly Variant[] {
    this.#isClosed = true;
    const told = bareList<Variant>();
    for (let index = 0; index < this.given.length; index++) {
      const { name, place, bytes, items } = this.given[index] as GivenVariant;
      told[index] = { name, place, bytes, items };
    }
    return told;
  }

  /** Whether a refusal is one that was printed before: a timer that gives variants too late does so again and again. */
  isToldAgain(message: string): boolean {
    if (!/^TypeError: measure: /.test(message)) return false;
    if (this.#told.has(message)) return true;
    this.#told.add(message);
    return false;
  }

  /** Calls each that was given since the last time, once, one after the other. Returns how many these were. */
  async callNew(): Promise<number> {
    const before = this.#called;
    while (this.#called < this.given.length) {
      const run = this.given[this.#called++]?.run; // called without an object, as it is when it is measured
      await run?.();
    }
    return this.#called - before;
  }

  /** The line that gives it; null where a script has broken what lines are found with. */
  #place(): Variant['place'] {
    try {
      const place = this.scripts.place(new Error('stack').stack ?? '');
      return place && { path: place.path, line: place.line };
    } catch {
      return null;
    }
  }

  #amount(name: string, amounts: unknown, key: 'bytes' | 'items'): number | null {
    if (typeof amounts !== 'object' || amounts === null) return null;
    const amount: unknown = (amounts as Record<string, unknown>)[key];
    if (amount === undefined) return null;
    if (typeof amount === 'number' && amount > 0 && amount <= Number.MAX_SAFE_INTEGER) return amount;
    const found = typeof amount === 'number' ? `${amount}` : `a value of type ${typeof amount}`;
    throw this.#wrong(`${key} of ${shown(name)} is a number above 0, not ${found}`);
  }

  #wrong(words: string): Error {
    return new this.#mistake(`measure: ${words}`);
  }
}

const cut = (name: string): string => sliceText(name, 0, measureLimits.name);
const shown = (name: string): string => stringify(cut(name));
