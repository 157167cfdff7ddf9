import { type GlossaryTerm, glossarySchema } from '../../playground/lesson/glossary.ts';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import type { AuthorError, ErrorList } from './author-errors.ts';
import { readYaml } from './front-matter.ts';
import { suggest } from './nearest.ts';

/** Reads the text of a `glossary.yaml`, in the order of the alphabet. */
export function readGlossary(yaml: string, errors: ErrorList): readonly GlossaryTerm[] {
  const parsed = readYaml(yaml, glossarySchema, errors, 1);
  const taken = new Map<string, string>();
  for (const { term, also } of parsed?.terms ?? []) {
    for (const form of [term, ...also].map(normal)) {
      const other = taken.get(form);
      if (other !== undefined)
        errors.add(
          lastLineOf(yaml, `term: ${term}`),
          1,
          `\`${form}\` is a form of \`${other}\` already; remove one of them`,
        );
      taken.set(form, term);
    }
  }
  const terms = (parsed?.terms ?? []).map(({ term, also, text, lesson }) => ({
    id: `term-${normal(term).replaceAll(/[^a-z0-9]+/g, '-')}`,
    term,
    language: originalLanguage,
    also,
    text,
    lesson: lesson ?? null,
  }));
  return inAlphabet(terms, originalLanguage);
}

/** Terms in the order of a language's alphabet. */
export const inAlphabet = (terms: readonly GlossaryTerm[], language: string): readonly GlossaryTerm[] =>
  terms.toSorted((a, b) => a.term.localeCompare(b.term, language, { sensitivity: 'base' }));

/** Terms whose lesson does not exist. */
export function lostLessons(
  yaml: string,
  file: string,
  terms: readonly GlossaryTerm[],
  slugs: readonly string[],
): readonly AuthorError[] {
  return terms
    .filter(({ lesson }) => lesson !== null && !slugs.includes(lesson))
    .map(({ term, lesson }) => ({
      file,
      line: lineOf(yaml, `term: ${term}`),
      column: 1,
      message: `there is no lesson \`${lesson}\`, which should teach \`${term}\``,
    }));
}

/** The term that a word in a lesson means; letters' case is left aside. */
export function findTerm(terms: readonly GlossaryTerm[], word: string): GlossaryTerm | null {
  const wanted = normal(word);
  return terms.find(({ term, also }) => [term, ...also].some((form) => normal(form) === wanted)) ?? null;
}

/** What to write for a word that the glossary does not have. */
export const unknownTerm = (terms: readonly GlossaryTerm[], word: string): string => {
  const forms = terms.flatMap(({ term, also }) => [term, ...also]);
  const advice = terms.length === 0 ? 'add it to `glossary.yaml` of the course, or leave it out' : suggest(word, forms);
  return `the glossary has no term \`${word}\`; ${advice}`;
};

const normal = (form: string): string => form.trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** The line of a YAML text that ends with this: a key and its value. */
export const lineOf = (yaml: string, text: string): number =>
  Math.max(1, yaml.split('\n').findIndex((line) => endsWith(line, text)) + 1);

/** The last such line. */
const lastLineOf = (yaml: string, text: string): number =>
  Math.max(1, yaml.split('\n').findLastIndex((line) => endsWith(line, text)) + 1);

const endsWith = (line: string, text: string): boolean => line.replaceAll(/["']/g, '').trimEnd().endsWith(text);
