import type { FrontMatter } from '../../playground/lesson/front-matter.ts';
import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { AuthorError } from './author-errors.ts';
import { findTerm, unknownTerm } from './glossary.ts';
import { suggest } from './nearest.ts';

/**
 * What is wrong with the lessons that a lesson builds on, and with its tags. `source` is the lesson's text, in which errors have their
 * lines; `slugs` are those of the course, in order; a course without a glossary may use any tags.
 */
export function wrongNeeds(
  file: string,
  source: string,
  slug: string,
  { needs, tags }: Pick<FrontMatter, 'needs' | 'tags'>,
  slugs: readonly string[],
  glossary: readonly GlossaryTerm[],
): readonly AuthorError[] {
  const at = (key: string, value: string, message: string): AuthorError => ({
    file,
    ...placeOf(source, key, value),
    message,
  });
  const before = slugs.slice(0, slugs.indexOf(slug));
  return [
    ...needs
      .filter((need) => !before.includes(need))
      .map((need) =>
        at(
          'needs',
          need,
          slugs.includes(need)
            ? `\`needs\`: the lesson \`${need}\` does not come before this one`
            : `\`needs\`: there is no lesson \`${need}\`; ${suggest(need, before)}`,
        ),
      ),
    ...tags
      .filter((tag) => glossary.length > 0 && !findTerm(glossary, tag))
      .map((tag) => at('tags', tag, `\`tags\`: ${unknownTerm(glossary, tag)}`)),
  ];
}

/** Where a value of a front matter's key stands; the key itself where the value is written in another way. */
function placeOf(source: string, key: string, value: string): Pick<AuthorError, 'line' | 'column'> {
  const lines = source.split('\n');
  const first = lines.findIndex((line) => line.startsWith(`${key}:`));
  const rest = lines.findIndex((line, index) => index > first && /^\S/.test(line));
  for (let index = Math.max(first, 0); index < rest; index++) {
    const column = (lines[index] ?? '').indexOf(value, index === first ? key.length + 1 : 0);
    if (column >= 0) return { line: index + 1, column: column + 1 };
  }
  return { line: Math.max(first, 0) + 1, column: 1 };
}
