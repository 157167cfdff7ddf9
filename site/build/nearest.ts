/** The candidates that were probably meant: of those as near, the ones that begin as the word does. */
function nearest(word: string, candidates: readonly string[]): readonly string[] {
  let best = { distance: Infinity, same: 0, names: [] as string[] };
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    // Short words are near to everything: `O3` means neither `O0` nor `O2`.
    const allowed = candidate.length < 4 ? 0 : Math.max(2, Math.floor(candidate.length / 3));
    if (distance > allowed || distance > best.distance) continue;
    const same = alike(word, candidate);
    if (distance < best.distance || same > best.same) best = { distance, same, names: [candidate] };
    else if (same === best.same) best.names.push(candidate);
  }
  return best.names;
}

/** How many characters two words begin with alike. */
function alike(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** Candidates that are listed at most: nobody reads a whole glossary in an error. */
const mostListed = 40;

/** "write `x`" for the near one, or "`x` or `y`" where both are as near; otherwise "write one of …". */
export function suggest(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near.length > 0)
    return `write ${[...new Set(near)]
      .slice(0, 3)
      .map((each) => `\`${each}\``)
      .join(' or ')}`;
  if (candidates.length > mostListed) return `none of the ${candidates.length} that there are is near`;
  return candidates.length === 0 ? 'remove it' : `write one of ${candidates.map((each) => `\`${each}\``).join(', ')}`;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
