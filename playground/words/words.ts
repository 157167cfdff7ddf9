import { english } from './english.ts';
import { german } from './german.ts';

/** What a page says in one language. */
export type Words = typeof english;

const known: Readonly<Record<string, Words>> = { en: english, de: german };

/** The words of a language, as in HTML; English where there are none. Their own `language` says which they are. */
export const wordsIn = (language: string): Words =>
  (Object.hasOwn(known, language) ? known[language] : null) ?? english;
