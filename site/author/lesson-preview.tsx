import { RotateCcw } from 'lucide-react';
import { ActionButton } from '../../playground/panels/action-button.tsx';
import { LessonView } from '../pages/lesson-page.tsx';
import { ProgressProvider } from '../progress/progress-context.tsx';
import type { ProgressStore } from '../progress/progress-store.ts';
import type { LessonState } from './use-lesson.ts';

interface LessonPreviewProps {
  readonly state: LessonState;
  /** Where answers and edits of the preview go. */
  readonly progress: ProgressStore;
  readonly onRestart: () => void;
}

/** The lesson as learners will see it. */
export function LessonPreview({ state, progress, onRestart }: LessonPreviewProps) {
  const { lesson, errors } = state;
  return (
    <section className="author-half author-preview" aria-label="Lesson" data-state={errors.length > 0 ? 'old' : 'new'}>
      <div className="author-preview-bar">
        <p>{words(state)}</p>
        <ActionButton isOff={!lesson} onPress={onRestart}>
          <RotateCcw aria-hidden="true" /> Begin it anew
        </ActionButton>
      </div>
      <div className="author-preview-text">
        {lesson && (
          <ProgressProvider progress={progress}>
            <LessonView lesson={lesson} />
          </ProgressProvider>
        )}
      </div>
    </section>
  );
}

function words({ lesson, errors, activity, failure }: LessonState): string {
  if (!lesson)
    return errors.length > 0 ? 'The lesson appears when its text has no errors.' : 'The lesson appears here.';
  if (errors.length > 0 || failure !== null) return 'This is the last version without errors.';
  return activity === 'running' ? 'Its programs run. Values of new ones follow.' : 'As learners see it.';
}
