/** Milliseconds of each of some tries. `prepare` comes before each and is not counted. */
export async function timeEach(
  tries: number,
  action: (index: number) => unknown,
  prepare: () => void | Promise<void> = () => undefined,
): Promise<readonly number[]> {
  const times: number[] = [];
  for (let index = 0; index < tries; index++) {
    await prepare();
    const start = performance.now();
    await action(index);
    times.push(performance.now() - start);
  }
  return times;
}

/** Makes numbers in [0, end): the same ones each time. */
export function randomNumbers(): (end: number) => number {
  let state = 12_345;
  return (end) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(1, end);
  };
}
