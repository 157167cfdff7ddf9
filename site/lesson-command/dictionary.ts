import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nspell, { type Speller } from 'nspell';
import { checkout } from '../build/checkout.ts';
import type { Keep } from '../build/keep.ts';

/** Which words there are. */
export interface Dictionary {
  /** Words that it has of the course. */
  readonly terms: readonly string[];
  /** Whether a word is spelled as it should be; capitals at its beginning are no mistake. */
  knows(word: string): boolean;
  /** What was probably meant, the likeliest first. */
  suggest(word: string): readonly string[];
}

/** A file of terms in a course's folder: a word a line, `#` before remarks. */
const termsFile = 'terms.txt';

/** British English, with the terms of this checkout's course and of those at `courses`. */
export function openDictionary(courses: readonly string[]): Dictionary {
  const files = [...new Set([join(checkout(), 'lessons'), ...courses])].map((course) => join(course, termsFile));
  const terms = files.filter(existsSync).flatMap((path) => readTerms(readFileSync(path, 'utf8')));
  let read: Speller | null = null;
  const speller = () => {
    read ??= readSpeller(terms);
    return read;
  };
  return {
    terms,
    knows: (word) => speller().correct(word),
    suggest: (word) => speller().suggest(word),
  };
}

/**
 * The same dictionary, with what it said before of a text with these words: to read it takes longer than to check a lesson, and
 * who edits code changes no word. To be asked through `ask`, whose questions are kept.
 */
export async function askAgain<Answer>(
  keep: Keep,
  words: readonly string[],
  { terms, knows, suggest }: Dictionary,
  ask: (dictionary: Dictionary) => Answer,
): Promise<Answer> {
  let answer: { readonly given: Answer } | null = null;
  const said = { known: new Map<string, boolean>(), meant: new Map<string, readonly string[]>() };
  const asked = async () => {
    const noting: Dictionary = {
      terms,
      knows: (word) => noted(said.known, word, knows),
      suggest: (word) => noted(said.meant, word, suggest),
    };
    answer = { given: ask(noting) };
    return said;
  };
  const kept = await keep(['said of words', [...new Set(words)].sort(), terms], asked);
  answer ??= {
    given: ask({
      terms,
      knows: (word) => kept.known.get(word) ?? knows(word),
      suggest: (word) => kept.meant.get(word) ?? suggest(word),
    }),
  };
  return answer.given;
}

function noted<Said>(notes: Map<string, Said>, word: string, ask: (word: string) => Said): Said {
  const said = notes.get(word) ?? ask(word);
  notes.set(word, said);
  return said;
}

function readSpeller(terms: readonly string[]): Speller {
  const folder = join(checkout(), 'node_modules/dictionary-en-gb');
  const speller = nspell(readFileSync(join(folder, 'index.aff')), readFileSync(join(folder, 'index.dic')));
  for (const term of terms) speller.add(term);
  return speller;
}

const readTerms = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => line.replace(/#.*/, '').trim() || []);

/** Whether a word is a verb in its plain form: the dictionary knows what it becomes with -ing. */
export function isVerb(word: string, dictionary: Dictionary): boolean {
  const plain = word.toLowerCase();
  const without = plain.replace(/([aeiouy].*)e$/, '$1ing');
  const doubled = plain.replace(/([^aeiou][aeiou])([bdfgklmnprt])$/, '$1$2$2ing');
  return [`${plain}ing`, plain.replace(/ie$/, 'ying'), without, doubled].some(
    (form) => form !== plain && dictionary.knows(form),
  );
}
