import { CircleCheck } from 'lucide-react';
import type { Bug } from '../../playground/lesson/bug.ts';
import { useBugs } from '../app/bugs-loader.ts';
import { PageLink } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';
import { bugsSlug, readGuess } from '../progress/bug-guess.ts';
import { useLessonProgress } from '../progress/progress-context.tsx';

/** Programs with one mistake each: what their users say of them, and which were found. */
export function BugsPage() {
  const bugs = useBugs();
  const { answers } = useLessonProgress(bugsSlug);
  const found = bugs.filter(({ slug }) => answers[slug]?.right === true).length;
  return (
    <div className="page">
      <h1>Find the bug</h1>
      <p>
        {bugs.length} programs of JavaScript and C++, each with one mistake that people make. Open one, read what its
        users say, look at its memory, and name the line. JavaScript is all you need to know.
      </p>
      <p className="facts needs-js" role="status">
        {found} of {bugs.length} found
      </p>
      <ol className="lesson-list">
        {bugs.map((bug) => (
          <BugEntry key={bug.slug} bug={bug} state={stateOf(answers[bug.slug])} />
        ))}
      </ol>
    </div>
  );
}

type BugState = 'open' | 'found' | 'shown';

function stateOf(saved: Parameters<typeof readGuess>[0]): BugState {
  if (saved?.right === true) return 'found';
  return readGuess(saved).isAnswerShown ? 'shown' : 'open';
}

function BugEntry({ bug, state }: { readonly bug: Bug; readonly state: BugState }) {
  return (
    <li className="lesson-entry" data-state={state === 'found' ? 'complete' : 'new'}>
      <span className="lesson-number" aria-hidden="true">
        {bug.number}
      </span>
      <div>
        <h2>
          <PageLink to={routeAddress({ page: 'bug', slug: bug.slug })}>{bug.title}</PageLink>
        </h2>
        <p>“{bug.report}”</p>
        {state !== 'open' && (
          <p className="facts">
            {state === 'found' && <CircleCheck aria-hidden="true" />} {state === 'found' ? 'found' : 'answer seen'}
          </p>
        )}
      </div>
    </li>
  );
}
