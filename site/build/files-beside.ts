import type { LessonFile } from '../../playground/lesson/program.ts';

/** The files beside a `lesson.md`, wherever they lie. Paths are relative to its folder and use `/`. */
export interface FilesBeside {
  /** The address at which the lesson's page finds a picture; null when there is no such file. */
  pictureAddress(name: string): string | null;
  /** The files right in a folder, hidden ones left out, each with its name; why not, where it is no folder. */
  filesIn(folder: string): readonly LessonFile[] | 'missing' | 'file';
}
