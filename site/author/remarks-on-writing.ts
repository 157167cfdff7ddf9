import { frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import { readYaml, splitFrontMatter } from '../build/front-matter.ts';
import { checkShape } from '../build/writing/check-shape.ts';
import { readLessonText } from '../build/writing/lesson-text.ts';

/** What `pagewise lesson check` would say of a lesson's length, its minutes and its quiz: also while it has errors. */
export function remarksOnWriting(source: string): readonly AuthorError[] {
  const frontMatter = readYaml(splitFrontMatter(source)?.yaml ?? '', frontMatterSchema, new ErrorList(''), 1);
  return checkShape(readLessonText(source), frontMatter?.minutes ?? null, 'lesson.md');
}
