import { type Context, createContext, Script } from 'node:vm';

const act = new Script('act()');
const nothing = new Script('0');

/** Ends JavaScript and WebAssembly of this thread that run too long. */
export class Patience {
  #isOver = false;

  /** Without a limit nothing is ended. */
  constructor(readonly milliseconds?: number) {}

  /** Whether anything was ended: the instance that ran must not be used again. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** What `work` returns or throws; throws where it was ended. What it leaves for later, after an `await`, is not of it. */
  during<Result>(work: () => Result): Result {
    return this.#limited(act, () => createContext({ act: work }), work);
  }

  /**
   * A realm for code that may wait: what goes on after its promises is held back there until {@link until} lets it, under
   * the limit.
   */
  context(globals: object): Context {
    return createContext(globals, this.milliseconds === undefined ? {} : { microtaskMode: 'afterEvaluate' });
  }

  /**
   * What `work` resolves to, letting code of the context go on. Null where a piece of it ran too long, or where all of it did:
   * it may wait for what never comes.
   */
  async until<Result>(work: Promise<Result>, context: Context): Promise<Result | null> {
    if (this.milliseconds === undefined) return work;
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    work.then(done, done);
    const end = performance.now() + this.milliseconds;
    while (!isDone && !this.#isOver) {
      if (performance.now() > end) this.#isOver = true;
      else this.#advance(context);
      await new Promise((resolve) => setImmediate(resolve));
    }
    return this.#isOver ? null : work;
  }

  /** `work`, to be called later by Node: that it was ended is no error of anybody's. */
  later<Args extends readonly unknown[]>(work: (...args: Args) => void): (...args: Args) => void {
    return (...args) => {
      try {
        if (!this.#isOver) this.during(() => work(...args));
      } catch (thrown) {
        if (!this.#isOver) throw thrown;
      }
    };
  }

  #advance(context: Context): void {
    try {
      this.#limited(
        nothing,
        () => context,
        () => undefined,
      );
    } catch (thrown) {
      if (!this.#isOver) throw thrown;
    }
  }

  #limited<Result>(script: Script, context: () => Context, unlimited: () => Result): Result {
    if (this.milliseconds === undefined) return unlimited();
    try {
      return script.runInContext(context(), { timeout: this.milliseconds, displayErrors: false });
    } catch (thrown) {
      if (isTimeout(thrown)) this.#isOver = true;
      throw thrown;
    }
  }
}

// The error is of the context's own realm: no `instanceof`.
const isTimeout = (thrown: unknown): boolean =>
  typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
