import { TriangleAlert } from 'lucide-react';
import { useProgress, useProgressState } from './progress-context.tsx';
import type { ProgressProblem } from './progress-store.ts';

/** Says when saved progress is not safe, and what to do. */
export function ProgressNotice() {
  const progress = useProgress();
  const problem = useProgressState((state) => state.problem);
  return (
    <div role="status" className="notice-region">
      {problem && (
        <p className="notice" data-kind="warning">
          <TriangleAlert aria-hidden="true" /> <span>{describe(problem)}</span>{' '}
          <button type="button" className="button" onClick={progress.dismissProblem}>
            Dismiss
          </button>
        </p>
      )}
    </div>
  );
}

function describe(problem: ProgressProblem): string {
  switch (problem.kind) {
    case 'full':
      return 'This browser has no space left for your progress. All works on while this page stays open; export it on the page “Progress” to keep it.';
    case 'unavailable':
      return 'This browser keeps nothing for this site, as in a private window. All works while this page stays open; export it on the page “Progress” to keep it.';
    case 'damaged':
      return `Saved progress could not be read (${problem.lessons.join(', ')}). It was put aside in this browser’s storage, and the lesson begins anew.`;
    default:
      return problem satisfies never;
  }
}
