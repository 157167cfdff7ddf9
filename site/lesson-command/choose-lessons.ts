import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkout } from '../build/checkout.ts';
import { findCourse, type LessonFolder } from '../build/course-folders.ts';

/** Lessons that a path names, and the course in which they lie. */
export interface ChosenLessons {
  /** Absolute. */
  readonly course: string;
  readonly lessons: readonly LessonFolder[];
}

/**
 * Finds the lessons that paths name: a course, a part, a lesson's folder, its `lesson.md`; the course of this checkout where
 * there are none. A string is what is wrong.
 */
export function chooseLessons(named: readonly string[]): readonly ChosenLessons[] | string {
  const paths = named.length > 0 ? named : [join(checkout(), 'lessons')];
  const chosen = new Map<string, Set<string>>();
  for (const path of paths) {
    const full = resolve(path);
    if (!existsSync(full)) return `there is nothing at ${path}`;
    const folder = statSync(full).isDirectory() ? full : dirname(full);
    const course = [folder, dirname(folder), dirname(dirname(folder))].find((above) => lessonsIn(above).length > 0);
    const found =
      course === undefined ? [] : lessonsIn(course).filter((lesson) => `${lesson.path}/`.startsWith(`${folder}/`));
    if (course === undefined || found.length === 0)
      return `${path} holds no lesson; a lesson is NN-part/NN-slug/lesson.md`;
    const known = chosen.get(course) ?? new Set();
    for (const lesson of found) known.add(lesson.path);
    chosen.set(course, known);
  }
  return [...chosen].map(([course, found]) => ({
    course,
    lessons: lessonsIn(course).filter((lesson) => found.has(lesson.path)),
  }));
}

const lessonsIn = (directory: string): readonly LessonFolder[] =>
  findCourse(directory).parts.flatMap(({ lessons }) => lessons);
