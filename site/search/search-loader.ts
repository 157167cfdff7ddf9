import { searchModules } from 'virtual:course';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import type { SearchEntry } from '../../playground/lesson/search-entry.ts';
import { createLazyValue } from '../app/lazy-value.ts';

const indices = new Map(
  Object.entries(searchModules).map(([language, load]) => [
    language,
    createLazyValue(async () => (await load()).entries),
  ]),
);

/** Everything that can be found in a language; suspends while it loads. */
export const useSearchEntries = (language: string): readonly SearchEntry[] =>
  (indices.get(language) ?? indices.get(originalLanguage))?.use() ?? [];

/** What only the other languages have, marked with theirs; suspends while it loads. */
export const useOtherEntries = (language: string): readonly SearchEntry[] =>
  [...indices].flatMap(([other, entries]) =>
    other === language
      ? []
      : entries.use().flatMap((entry) => (entry.language === undefined ? [{ ...entry, language: other }] : [])),
  );
