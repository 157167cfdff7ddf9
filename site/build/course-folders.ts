import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A lesson's place on the disk; the number and the slug are its folder's name. */
export interface LessonFolder {
  readonly path: string;
  readonly number: number;
  readonly slug: string;
}

export interface PartFolder {
  readonly path: string;
  readonly number: number;
  readonly slug: string;
  readonly lessons: readonly LessonFolder[];
}

const folderName = /^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Finds `NN-part/NN-slug/lesson.md`, in the order of the numbers. Folders named otherwise are no part of the course. */
export function findCourse(directory: string): readonly PartFolder[] {
  if (!existsSync(directory)) throw new Error(`there is no folder of lessons at ${directory}; LESSONS names one`);
  return numbered(directory).map((part) => ({
    ...part,
    lessons: numbered(part.path).filter((lesson) => existsSync(join(lesson.path, 'lesson.md'))),
  }));
}

function numbered(directory: string): readonly LessonFolder[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => {
      const match = folderName.exec(entry.name);
      return match ? [{ path: join(directory, entry.name), number: Number(match[1]), slug: match[2] ?? '' }] : [];
    })
    .sort((a, b) => a.number - b.number);
}
