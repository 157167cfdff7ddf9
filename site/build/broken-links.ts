import type { AuthorError } from './author-errors.ts';
import type { LessonBody } from './compile-lesson.ts';
import { suggest } from './nearest.ts';

/** Links that lead nowhere. `lessons` gives the ids on each lesson's page; null where they are not known. */
export function brokenLinks(
  file: string,
  { links, ids }: Pick<LessonBody, 'links' | 'ids'>,
  lessons: ReadonlyMap<string, ReadonlySet<string> | null>,
): readonly AuthorError[] {
  return links.flatMap(({ slug, fragment, line, column }) => {
    const target = slug === null ? ids : lessons.get(slug);
    if (target === undefined) {
      const message = `there is no lesson \`${slug}\`; ${suggest(slug ?? '', [...lessons.keys()])}`;
      return [{ file, line, column, message }];
    }
    if (fragment === null || target === null || target.has(fragment)) return [];
    const message = `nothing there has the id \`${fragment}\`; ${suggest(fragment, [...target])}`;
    return [{ file, line, column, message }];
  });
}
