import { lessonModules } from 'virtual:course';
import { use } from 'react';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';

const loaded = new Map<string, CompiledLesson>();
const loading = new Map<string, Promise<CompiledLesson>>();

/** Loads a lesson once. Rejects when the network fails; a later call tries again. Null when there is no such lesson. */
export function loadLesson(slug: string): Promise<CompiledLesson> | null {
  const existing = loading.get(slug);
  if (existing) return existing;
  const load = lessonModules[slug];
  if (!load) return null;
  const promise = load().then(({ lesson }) => {
    loaded.set(slug, lesson);
    return lesson;
  });
  promise.catch(() => loading.delete(slug));
  loading.set(slug, promise);
  return promise;
}

/** The lesson, suspending while it loads. Ready at once when it was loaded before, as it is while hydrating. */
export function useLesson(slug: string): CompiledLesson | null {
  const ready = loaded.get(slug);
  if (ready) return ready;
  const promise = loadLesson(slug);
  return promise && use(promise);
}
