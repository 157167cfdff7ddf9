import {
  getOwnPropertyDescriptor,
  getPrototypeOf,
  isView,
  max,
  min,
  typedArrayName,
  typedLength,
} from './intrinsics.ts';

/** Elements that `set` takes of a source; all that there is room for where a script's own code tells how many. */
export function countOf(source: unknown, room: number, isProxy: (value: object) => boolean): number {
  if (isView(source)) return typedArrayName(source) === undefined ? 0 : typedLength(source as Uint8Array<ArrayBuffer>);
  if (typeof source === 'string') return source.length;
  for (let holder: unknown = source; typeof holder === 'object' && holder !== null; holder = getPrototypeOf(holder)) {
    if (isProxy(holder)) return room;
    const length = getOwnPropertyDescriptor(holder, 'length');
    if (length) return typeof length.value === 'number' ? min(length.value, room) : room;
  }
  return 0;
}

/** What methods make of an index: a negative one counts from the end. What would have to be converted is as if left out. */
export function indexIn(length: number, index: unknown, otherwise: number): number {
  if (typeof index !== 'number') return otherwise;
  const whole = index - (index % 1) || 0;
  return whole < 0 ? max(length + whole, 0) : min(whole, length);
}
