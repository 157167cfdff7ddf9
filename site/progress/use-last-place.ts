import { useEffect } from 'react';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import { useProgress } from './progress-context.tsx';

/** Milliseconds that the text must rest before a place counts as read. */
const rest = 500;

/** Keeps where in a lesson the learner reads. */
export function useLastPlace(lesson: Pick<CompiledLesson, 'slug' | 'headings'> | null): void {
  const progress = useProgress();
  useEffect(() => {
    if (!lesson) return;
    const { slug, headings } = lesson;
    let timer = 0;
    const note = (): void => {
      const passed = headings.filter(({ id }) => {
        const top = document.getElementById(id)?.getBoundingClientRect().top;
        return top !== undefined && top < innerHeight / 2;
      });
      progress.visit({ slug, heading: passed.at(-1)?.id ?? null });
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(note, rest);
    };
    soon();
    addEventListener('scroll', soon, { passive: true });
    return () => {
      clearTimeout(timer);
      removeEventListener('scroll', soon);
    };
  }, [progress, lesson]);
}
