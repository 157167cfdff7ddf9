import type { BorderWitness } from './border-witness.ts';
import { apply, getPrototypeOf, isView } from './intrinsics.ts';

type Next = (this: object) => IteratorResult<unknown>;

const { defineProperty } = Object;

/** Elements taken within one statement that are told as a copy: one at a time is none. */
const fewest = 2;

/**
 * Tells what is taken out of memory through the iterators of views: what a spread, `Array.from`, `new Set` and their like
 * take at once, in one statement. A loop runs a statement for each element.
 */
export class ViewIterators {
  /** Tells of the elements that the current statement has taken so far. */
  #pending: (() => void) | null = null;

  constructor(
    readonly crossings: BorderWitness,
    /** Tells that so many elements of a view were copied, beginning with one. */
    readonly taken: (view: ArrayBufferView, first: number, count: number) => void,
    /** Tells that a view is asked for its next element. */
    readonly asked: (view: ArrayBufferView) => void,
  ) {}

  /** Has an iterator over a view tell what is taken through it. */
  follow(view: unknown, iterator: object): void {
    if (!isView(view)) return;
    const own = (getPrototypeOf(iterator) as { readonly next: Next }).next;
    let statement: number | null = null;
    let taken = 0;
    let first = 0;
    let isDone = false;
    const tell = (): void => {
      const count = taken - first;
      const from = first;
      first = taken;
      if (count >= fewest && statement !== null) this.taken(view, from, count);
    };
    const next = (): IteratorResult<unknown> => {
      if (this.crossings.statement !== statement || this.#pending !== tell) {
        this.settle();
        first = taken;
        statement = this.crossings.statement;
        this.#pending = tell;
      }
      if (!isDone) this.asked(view);
      const result = apply(own, iterator, []) as IteratorResult<unknown>;
      isDone = result.done === true;
      if (isDone) this.settle();
      else taken++;
      return result;
    };
    defineProperty(iterator, 'next', { value: next });
  }

  /** The statement is over. */
  settle(): void {
    const pending = this.#pending;
    this.#pending = null;
    pending?.();
  }
}
