import { lessonModules } from 'virtual:course';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import { createLazyValue } from './lazy-value.ts';

const lessons = new Map(
  Object.entries(lessonModules).map(([slug, load]) => [slug, createLazyValue(async () => (await load()).lesson)]),
);

/** Loads a lesson; null when this course has no such lesson. */
export async function loadLesson(slug: string): Promise<CompiledLesson | null> {
  return (await lessons.get(slug)?.load()) ?? null;
}

/** The lesson, suspending while it loads. */
export const useLesson = (slug: string): CompiledLesson | null => lessons.get(slug)?.use() ?? null;
