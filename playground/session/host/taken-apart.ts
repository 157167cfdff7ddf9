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
  /** What a callback takes apart where it names its parameters: none of its statements runs yet. */
  #early: ArrayBufferView | null = null;

  constructor(readonly access: ViewAccess) {}

  /** Prepares what views inherit from, or one view. */
  watch(holder: object): void {
    const taken = (view: unknown): void => {
      if (!isView(view)) return;
      if (this.access.tracer.isActive) this.#tell(view);
      else this.#early = view;
    };
    const get = function (this: unknown): undefined {
      taken(this);
    };
    defineProperty(holder, this.key, { get, configurable: true });
  }

  /** A statement has begun. */
  begun(): void {
    const view = this.#early;
    this.#early = null;
    if (view) this.#tell(view);
  }

  /** A function has ended, be it without any statement. */
  ended(): void {
    this.#early = null;
  }

  #tell(view: ArrayBufferView): void {
    if (this.#asked === 'measure') this.access.measured(view);
    else this.access.lookedAt(view);
  }

  /** The key, for a pattern that is about to ask. */
  keyFor(asked: Asked): symbol {
    this.#asked = asked;
    return this.key;
  }
}
