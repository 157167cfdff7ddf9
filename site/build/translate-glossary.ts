import { type GlossaryTerm, translatedGlossarySchema } from '../../playground/lesson/glossary.ts';
import type { ErrorList } from './author-errors.ts';
import { readYaml } from './front-matter.ts';
import { findTerm, inAlphabet, lineOf } from './glossary.ts';

/**
 * A glossary in another language, from the text of its `glossary.LANG.yaml`. What that leaves out stays as it is. A
 * translated term is found by the original's words too, so that `about` and `:term` hold in both.
 */
export function translateGlossary(
  original: readonly GlossaryTerm[],
  language: string,
  yaml: string,
  errors: ErrorList,
): readonly GlossaryTerm[] {
  const translated = new Map<string, GlossaryTerm>();
  for (const { of, term, also, text } of readYaml(yaml, translatedGlossarySchema, errors, 1)?.terms ?? []) {
    const meant = findTerm(original, of);
    if (!meant) errors.add(lineOf(yaml, `of: ${of}`), 1, `the glossary has no term \`${of}\` to be translated`);
    else if (translated.has(meant.id)) errors.add(lineOf(yaml, `of: ${of}`), 1, `\`${of}\` is translated twice`);
    else translated.set(meant.id, { ...meant, term, also: [...also, meant.term, ...meant.also], text, language });
  }
  return inAlphabet(
    original.map((term) => translated.get(term.id) ?? term),
    language,
  );
}
