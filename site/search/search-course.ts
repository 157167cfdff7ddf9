import type { SearchEntry } from '../../playground/lesson/search-entry.ts';
import { folded, wordsOf } from './words-of.ts';

/** A found entry, with the piece of its text that shows why. */
export interface SearchResult {
  readonly entry: SearchEntry;
  /** Pieces of text in order; those that were searched for are marked. */
  readonly title: readonly Piece[];
  readonly excerpt: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Characters of an excerpt. */
const excerptLength = 110;
const mostResults = 20;

/**
 * What fits best, best first. Each word of the query must begin a word of the entry; if nothing has all, any will do, and
 * the fewer entries have it, the more it counts: who asks in a sentence also types "how" and "a".
 */
export function searchCourse(entries: readonly SearchEntry[], query: string): readonly SearchResult[] {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const scored = entries.map((entry) => ({ entry, scores: words.map((word) => scoreOf(entry, word)) }));
  const withAll = scored.filter(({ scores }) => scores.every((score) => score > 0));
  const found = withAll.length > 0 ? withAll : scored.filter(({ scores }) => scores.some((score) => score > 0));
  const having = words.map((_, index) => scored.filter(({ scores }) => (scores[index] ?? 0) > 0).length);
  const weight = (index: number): number =>
    withAll.length > 0 ? 1 : Math.log(1 + entries.length / Math.max(having[index] ?? 1, 1)) ** 2;
  const total = (scores: readonly number[]): number =>
    scores.reduce((sum, score, index) => sum + score * weight(index), 0);
  return found
    .map(({ entry, scores }) => ({ entry, score: total(scores) + bonus(entry, query) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostResults)
    .map(({ entry }) => ({
      entry,
      title: marked(entry.title, words),
      excerpt: marked(excerptOf(entry.text, words), words),
    }));
}

function scoreOf({ title, within, text }: SearchEntry, word: string): number {
  const inTitle = beginning(title, word);
  if (inTitle) return inTitle === 'whole' ? 12 : 8;
  const inText = beginning(text, word);
  if (inText) return inText === 'whole' ? 3 : 2;
  return beginning(within, word) ? 1 : 0;
}

/** Whether a word begins with these letters, or is them. */
function beginning(text: string, letters: string): 'whole' | 'begins' | null {
  const words = wordsOf(text);
  if (words.includes(letters)) return 'whole';
  return words.some((word) => word.startsWith(letters)) ? 'begins' : null;
}

/** A term or a lesson that is called just this comes first. */
function bonus({ kind, title }: SearchEntry, query: string): number {
  const isSame = wordsOf(title).join(' ') === wordsOf(query).join(' ');
  return (isSame ? 10 : 0) + (kind === 'term' || kind === 'lesson' ? 1 : 0);
}

/** The text around the first word that is searched for, cut between words. */
function excerptOf(text: string, words: readonly string[]): string {
  if (text.length <= excerptLength) return text;
  const first = matchesIn(text, words)[0]?.start ?? 0;
  const from = first < excerptLength * 0.7 ? 0 : text.indexOf(' ', first - excerptLength / 2) + 1;
  const cut = text.slice(from, from + excerptLength);
  const to = from + excerptLength >= text.length ? cut.length : Math.max(cut.lastIndexOf(' '), 1);
  return `${from > 0 ? '… ' : ''}${cut.slice(0, to)}${from + to < text.length ? ' …' : ''}`;
}

function marked(text: string, words: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { start, length } of matchesIn(text, words)) {
    if (start > end) pieces.push({ text: text.slice(end, start), isMatch: false });
    pieces.push({ text: text.slice(start, start + length), isMatch: true });
    end = start + length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false });
  return pieces;
}

function matchesIn(text: string, words: readonly string[]): readonly { start: number; length: number }[] {
  return [...folded(text).matchAll(/[\p{Letter}\p{Number}_+]+/gu)].flatMap(({ 0: word, index }) => {
    const length = Math.max(0, ...words.filter((each) => word.startsWith(each)).map((each) => each.length));
    return length > 0 ? [{ start: index, length }] : [];
  });
}
