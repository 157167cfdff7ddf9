import { useState } from 'react';
import type { Bug } from '../../playground/lesson/bug.ts';
import { useBugs } from '../app/bugs-loader.ts';
import { PageLink } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';
import { bugsSlug, readGuess } from '../progress/bug-guess.ts';
import { useSavedAnswer } from '../progress/use-saved-work.ts';
import { BugAnswer } from './bug-answer.tsx';
import { BugForm } from './bug-form.tsx';
import { LabColumn, SkipToLab } from './lab-column.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { ProgramCode } from './program-block.tsx';

/** A program with a bug: what its users say and where the bug may be on the left, the lab beside it. */
export function BugPage({ slug }: { readonly slug: string }) {
  const bugs = useBugs();
  const at = bugs.findIndex((each) => each.slug === slug);
  const bug = bugs[at];
  return bug ? <FoundBug bug={bug} next={bugs[at + 1] ?? null} /> : <NotFoundPage />;
}

function FoundBug({ bug, next }: { readonly bug: Bug; readonly next: Bug | null }) {
  const { slug, title, report, program, fixed } = bug;
  const [saved, save] = useSavedAnswer(bugsSlug, slug);
  const [shown, setShown] = useState(program.id);
  const guess = readGuess(saved);
  const isFound = saved?.right === true;
  return (
    <div className="lesson bug">
      <SkipToLab />
      <article className="prose">
        <header className="lesson-header">
          <p className="facts">
            <PageLink to={routeAddress({ page: 'bugs' })}>Find the bug</PageLink> · {bug.number}
          </p>
          <h1>{title}</h1>
          <p className="summary">“{report}”</p>
        </header>
        {program.step === undefined ? (
          <p>
            In the lab the program runs at once, and what it prints is in <em>Console</em>. Step through it, and look at
            what memory holds. {aboutMarks}
          </p>
        ) : (
          <p>
            In the lab the program runs at once; then the lab stands at a step worth a look. What was printed until a
            step is in <em>Console</em>. Step on and back, and look at what memory holds. {aboutMarks}
          </p>
        )}
        {/* The lab, which is not printed, has it on the screen. */}
        <div className="on-paper">
          <ProgramCode html={bug.code} />
        </div>
        <BugForm bug={bug} guess={guess} isFound={isFound} onSave={save} />
        {(isFound || guess.isAnswerShown) && (
          <BugAnswer
            bug={bug}
            isFixedShown={shown === fixed.id}
            onShow={(isFixed) => setShown(isFixed ? fixed.id : program.id)}
          />
        )}
        <nav className="neighbours" aria-label="Other bugs">
          <PageLink to={routeAddress({ page: 'bugs' })}>All bugs</PageLink>
          {next && <PageLink to={routeAddress({ page: 'bug', slug: next.slug })}>{next.title} →</PageLink>}
        </nav>
      </article>
      <LabColumn
        slug={bugsSlug}
        programs={[program, fixed]}
        target={{
          ...nothingElse,
          program: shown,
          place: program.javascript && { path: program.javascript.path, line: 1 },
        }}
        code={bug.code}
      />
    </div>
  );
}

const aboutMarks = (
  <>
    A red × over the timeline marks a step that <em>Findings</em> tells of.
  </>
);

const nothingElse = { select: null, panel: null, request: 0, revision: 0 };
