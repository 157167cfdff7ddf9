import { use } from 'react';

/** A value that is loaded once, from a chunk of its own. */
export interface LazyValue<Value> {
  /** Rejects when the network fails; a later call tries again. */
  load(): Promise<Value>;
  /** Suspends while it loads; ready at once when it was loaded before, as it is while hydrating. */
  use(): Value;
}

export function createLazyValue<Value extends object>(fetchValue: () => Promise<Value>): LazyValue<Value> {
  let value: Value | null = null;
  let promise: Promise<Value> | null = null;
  const load = (): Promise<Value> => {
    promise ??= fetchValue().then(
      (loaded) => {
        value = loaded;
        return loaded;
      },
      (error: unknown) => {
        promise = null;
        throw error;
      },
    );
    return promise;
  };
  return { load, use: () => value ?? use(load()) };
}
