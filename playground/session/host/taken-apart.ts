import { isView } from './intrinsics.ts';
import type { ViewAccess } from './view-access.ts';

const { defineProperty } = Object;

/** What a pattern asks of what it takes apart: how much it holds, or its elements. */
export type Asked = 'measure' | 'look';

/**
 * Tells when a script takes a view apart with a pattern, wherever that stands. An instrumented pattern asks for one
 * property more (`Reports.takenApart`), which nothing but views has, and they have none that can be seen.
 */
export class TakenApart {
  /** The key of that property. */
  readonly key: symbol = Symbol();
  #asked: Asked = 'look';

  constructor(readonly access: ViewAccess) {}

  /** Prepares what views inherit from, or one view. */
  watch(holder: object): void {
    const tell = (view: unknown): void => {
      if (!isView(view)) return;
      if (this.#asked === 'measure') this.access.measured(view);
      else this.access.lookedAt(view);
    };
    const get = function (this: unknown): undefined {
      tell(this);
    };
    defineProperty(holder, this.key, { get, configurable: true });
  }

  /** The key, for a pattern that is about to ask. */
  keyFor(asked: Asked): symbol {
    this.#asked = asked;
    return this.key;
  }
}
