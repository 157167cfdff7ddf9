/** How many numbers of an ascending list are at most this. */
export function countUntil(list: readonly number[], most: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
