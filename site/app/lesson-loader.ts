import { lessonModules } from 'virtual:course';
import { type CompiledLesson, lessonName } from '../../playground/lesson/lesson.ts';
import { createLazyValue } from './lazy-value.ts';

const lessons = new Map(
  Object.entries(lessonModules).map(([slug, load]) => [slug, createLazyValue(async () => (await load()).lesson)]),
);

/** Loads a lesson; null when this course has no such lesson, or not in this language. */
export async function loadLesson(slug: string, language?: string): Promise<CompiledLesson | null> {
  return (await lessons.get(lessonName(slug, language))?.load()) ?? null;
}

/** The lesson, suspending while it loads. */
export const useLesson = (slug: string, language?: string): CompiledLesson | null =>
  lessons.get(lessonName(slug, language))?.use() ?? null;
