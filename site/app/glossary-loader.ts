import { createLazyValue } from './lazy-value.ts';

const all = createLazyValue(async () => (await import('virtual:glossary')).glossaries);

export const loadGlossary = all.load;

/** The terms in a language, suspending while they load; null when the course has none in it. */
export const useGlossary = (language: string) => all.use()[language] ?? null;
