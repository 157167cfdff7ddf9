import { getPrototypeOf, method } from './intrinsics.ts';
import type { Views } from './views.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const subarray = method(Uint8Array.prototype.subarray) as (view: Bytes, ...args: unknown[]) => Bytes;

/**
 * Where the glue lives in another realm than scripts, as in Node, its views are none of their realm's, whose methods are
 * watched. Returns what has such a view tell of the parts that scripts take of it; null where there is one realm.
 */
export function partsWatcher(
  realm: Record<string, unknown>,
  views: Pick<Views, 'note' | 'onForeign' | 'scripts'>,
): ((view: Bytes) => void) | null {
  const own = (realm.Uint8Array as typeof Uint8Array).prototype;
  if (getPrototypeOf(own) === getPrototypeOf(Uint8Array.prototype)) return null;
  return (view) => {
    views.onForeign(view);
    const value = (...args: unknown[]): Bytes => {
      const part = subarray(view, ...args);
      if (views.scripts.callerOf(value) !== null) views.note(part);
      return part;
    };
    Object.defineProperty(view, 'subarray', { value, writable: true, configurable: true });
  };
}
