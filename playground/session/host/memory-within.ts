import { bareList, getOwnPropertyDescriptor, isView, ownKeys, weakAdd, weakHas } from './intrinsics.ts';

/** Objects that are looked into, and properties of one. */
const most = 1_000;

// The realm's own, before a script may replace it.
const Seen = WeakSet;

/**
 * The views, and the buffers of memory, that are somewhere in a value: what a clone or a text of it takes along. Only
 * properties of its own are followed, and no code of a script runs: no getter, no trap.
 */
export function memoryWithin(
  value: unknown,
  buffer: ArrayBufferLike,
  isProxy: (value: object) => boolean,
): readonly object[] {
  const found = bareList<object>();
  const seen = new Seen();
  const waiting = bareList<unknown>();
  waiting[0] = value;
  for (let at = 0; at < waiting.length && at < most; at++) {
    const each = waiting[at];
    if (typeof each !== 'object' || each === null || isProxy(each) || weakHas(seen, each)) continue;
    weakAdd(seen, each);
    if (isView(each) || each === buffer) {
      found[found.length] = each;
      continue;
    }
    const keys = ownKeys(each);
    for (let index = 0; index < keys.length && index < most; index++)
      waiting[waiting.length] = getOwnPropertyDescriptor(each, keys[index] as PropertyKey)?.value;
  }
  return found;
}
