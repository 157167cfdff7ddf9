/** The indices below `count` in another order than their own; the same for the same seed, so that builds repeat. */
export function shuffle(count: number, seed: string): readonly number[] {
  let state = 2_166_136_261;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619);
  const indices = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + last;
    const other = (state >>> 0) % (last + 1);
    const [a = 0, b = 0] = [indices[last], indices[other]];
    indices[last] = b;
    indices[other] = a;
  }
  const unchanged = indices.every((value, index) => value === index);
  return unchanged && count > 1 ? [...indices.slice(1), indices[0] ?? 0] : indices;
}
