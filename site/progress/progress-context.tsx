import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { useStore } from 'zustand';
import { type LessonProgress, noProgress } from './lesson-progress.ts';
import type { ProgressState, ProgressStore } from './progress-store.ts';

const ProgressContext = createContext<ProgressStore | null>(null);

interface ProgressProviderProps {
  readonly progress: ProgressStore;
  readonly children: ReactNode;
}

/** Opens saved progress once the page is alive, and follows other pages of this site. */
export function ProgressProvider({ progress, children }: ProgressProviderProps) {
  useEffect(() => {
    progress.open();
    const follow = (event: StorageEvent): void => {
      if (event.key !== null) progress.changedElsewhere(event.key);
    };
    addEventListener('storage', follow);
    return () => removeEventListener('storage', follow);
  }, [progress]);
  return <ProgressContext.Provider value={progress}>{children}</ProgressContext.Provider>;
}

export function useProgress(): ProgressStore {
  const progress = useContext(ProgressContext);
  if (!progress) throw new Error('there is no ProgressProvider above this component');
  return progress;
}

/** A part of the progress; the component follows its changes. Prerendered pages see none. */
export function useProgressState<Part>(select: (state: ProgressState) => Part): Part {
  return useStore(useProgress().store, select);
}

/** What was done in one lesson. */
export const useLessonProgress = (slug: string): LessonProgress =>
  useProgressState((state) => state.lessons[slug] ?? noProgress);
