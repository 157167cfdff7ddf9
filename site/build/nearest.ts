/** The candidate that was probably meant; null when none is near. */
function nearest(word: string, candidates: readonly string[]): string | null {
  let best: { candidate: string; distance: number } | null = null;
  for (const candidate of candidates) {
    const distance = editDistance(word, candidate);
    // Short words are near to everything: `O3` means neither `O0` nor `O2`.
    const allowed = candidate.length < 4 ? 0 : Math.max(2, Math.floor(candidate.length / 3));
    if (distance <= allowed && distance < (best?.distance ?? Infinity)) {
      best = { candidate, distance };
    }
  }
  return best?.candidate ?? null;
}

/** Candidates that are listed at most: nobody reads a whole glossary in an error. */
const mostListed = 40;

/** "write `x`" for the near one, otherwise "write one of …". */
export function suggest(word: string, candidates: readonly string[]): string {
  const near = nearest(word, candidates);
  if (near !== null) return `write \`${near}\``;
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
