import type { SearchEntry } from '../../playground/lesson/search-entry.ts';
import { wordsOf } from './words-of.ts';

/** How often each word occurs, by the list of entries; counted when it is first needed. */
const counted = new WeakMap<readonly SearchEntry[], ReadonlyMap<string, number>>();

/** Letters that a word must have before another can be meant by it. */
const fewestLetters = 4;
/** Letters that a word's beginning must have to be taken for the word: `endian` of `endianness`. */
const fewestOfStem = 5;

/**
 * A query with every word that begins none of the course's words replaced by the word that was likely meant: its longest
 * beginning that is a word, or else the most frequent one of those with the fewest letters wrong, which is one letter, or two of
 * eight and more. The first letter is taken to be right. Null when there is nothing to replace, or nothing to replace by.
 */
export function respelled(entries: readonly SearchEntry[], query: string): string | null {
  const words = wordsOf(query);
  const counts = countsOf(entries);
  const known = [...counts.keys()];
  const meant = words.map((word) =>
    known.some((each) => each.startsWith(word)) ? word : (likely(word, counts) ?? word),
  );
  return meant.join(' ') === words.join(' ') ? null : meant.join(' ');
}

function countsOf(entries: readonly SearchEntry[]): ReadonlyMap<string, number> {
  const before = counted.get(entries);
  if (before) return before;
  const counts = new Map<string, number>();
  for (const { title, text } of entries)
    for (const word of wordsOf(`${title} ${text}`)) counts.set(word, (counts.get(word) ?? 0) + 1);
  counted.set(entries, counts);
  return counts;
}

function likely(word: string, counts: ReadonlyMap<string, number>): string | null {
  if (word.length < fewestLetters || word.length > 40) return null;
  let stem = '';
  let best: { readonly word: string; readonly wrong: number; readonly count: number } | null = null;
  for (const [each, count] of counts) {
    if (each.length >= fewestOfStem && each.length > stem.length && word.startsWith(each)) stem = each;
    if (each[0] !== word[0] || each.length < fewestLetters) continue;
    const allowed = best?.wrong ?? (word.length >= 8 ? 2 : 1);
    const wrong = lettersWrong(word, each, allowed);
    if (wrong > allowed || (best && wrong === best.wrong && count <= best.count)) continue;
    best = { word: each, wrong, count };
  }
  return stem || (best?.word ?? null);
}

/** Letters to add, drop, change, or swap with their neighbour, to make one word of the other; more than `most` when it takes more. */
function lettersWrong(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let older: number[] = [];
  let above = [...Array(to.length + 1).keys()];
  for (let row = 1; row <= from.length; row++) {
    const line = [row];
    for (let column = 1; column <= to.length; column++) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      line[column] = Math.min(
        (line[column - 1] ?? 0) + 1,
        (above[column] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (older[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [older, above] = [above, line];
  }
  return above[to.length] ?? 0;
}
