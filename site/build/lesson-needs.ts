import type { FrontMatter } from '../../playground/lesson/front-matter.ts';
import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { AuthorError } from './author-errors.ts';
import { findTerm } from './glossary.ts';
import { suggest } from './nearest.ts';

/**
 * What is wrong with the lessons that a lesson builds on, and with its tags. `slugs` are those of the course, in order; a course without a
 * glossary may use any tags.
 */
export function wrongNeeds(
  file: string,
  slug: string,
  { needs, tags }: Pick<FrontMatter, 'needs' | 'tags'>,
  slugs: readonly string[],
  glossary: readonly GlossaryTerm[],
): readonly AuthorError[] {
  const at = (message: string): AuthorError => ({ file, line: 1, column: 1, message });
  const before = slugs.slice(0, slugs.indexOf(slug));
  return [
    ...needs
      .filter((need) => !before.includes(need))
      .map((need) =>
        at(
          slugs.includes(need)
            ? `\`needs\`: the lesson \`${need}\` does not come before this one`
            : `\`needs\`: there is no lesson \`${need}\`; ${suggest(need, before)}`,
        ),
      ),
    ...tags
      .filter((tag) => glossary.length > 0 && !findTerm(glossary, tag))
      .map((tag) =>
        at(
          `\`tags\`: the glossary has no term \`${tag}\`; ${suggest(
            tag,
            glossary.map(({ term }) => term),
          )}`,
        ),
      ),
  ];
}
