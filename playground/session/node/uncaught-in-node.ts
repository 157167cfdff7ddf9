import type { Host } from '../host/host.ts';
import type { Patience } from './patience.ts';

/** The run whose realm made a promise, by what such promises inherit from. */
const byPromises = new WeakMap<object, UncaughtInNode>();
/** The glue's promises are this process's own: what they are rejected with tells whether it is this run's. */
let latest: UncaughtInNode | null = null;

/**
 * Prints what a run threw and nobody caught, as the page does, and lets the process go on. What belongs to no run still
 * ends it with its stack.
 */
export class UncaughtInNode {
  /** Of the run, once it is open. */
  host: Pick<Host, 'printUncaught'> | null = null;

  constructor(readonly patience: Patience) {}

  /** Listens to the promises of the realm that the run's scripts have, and to those of its glue. */
  listen(realm: Record<string, unknown>): void {
    if (latest === null) process.on('unhandledRejection', rejected);
    latest = this;
    byPromises.set((realm.Promise as PromiseConstructor).prototype, this);
  }

  /** Prints it: see `printUncaught` in ../host/uncaught.ts. False where nobody is told. */
  tell(thrown: unknown, isOfRun: boolean): boolean {
    if (this.patience.isOver) return isOfRun; // nothing of it may run any more
    return this.host?.printUncaught(thrown, isOfRun) ?? false;
  }
}

function rejected(reason: unknown, promise: Promise<unknown>): void {
  const run = byPromises.get(Object.getPrototypeOf(promise));
  if (!(run ? run.tell(reason, true) : latest?.tell(reason, false))) throw reason;
}

/** Resolves when Node has told of the promises that were rejected until now and that nobody waits for. */
export const uncaughtTold = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
