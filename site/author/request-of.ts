import { isText, type LessonFolder, lessonFile, lessonText, placeOf } from './draft.ts';
import type { LessonRequest } from './lesson-request.ts';

/** What the lesson compiler is asked for a folder. `around` is what the site knows. */
export function requestOf(
  folder: LessonFolder,
  pictures: LessonRequest['pictures'],
  around: Pick<LessonRequest, 'root' | 'lessons' | 'glossary'>,
): Omit<LessonRequest, 'runs'> {
  const files = folder.files.filter(isText).filter(({ path }) => path !== lessonFile);
  return { source: lessonText(folder), files, pictures, ...placeOf(folder.name), ...around };
}
