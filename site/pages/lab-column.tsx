import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Html } from '../../playground/lesson/html.ts';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { useWords, WordsProvider } from '../../playground/words/use-words.tsx';
import type { LabLink } from './lab-link.ts';
import { ProgramCode } from './program-block.tsx';

const LessonLab = lazy(() => import('./lesson-lab.tsx').then(({ LessonLab }) => ({ default: LessonLab })));

/** What the lab shows; `request` rises with each request. */
export interface LabTarget extends LabLink {
  readonly request: number;
  /** Rises whenever files were replaced from outside the lab. */
  readonly revision: number;
}

interface LabColumnProps {
  /** Under this name what is typed is kept. */
  readonly slug: string;
  readonly programs: readonly LessonProgram[];
  readonly target: LabTarget;
  /** The code of the program that is shown. */
  readonly code: Html | null;
}

const labId = 'lab';

/** Leads the keyboard past the text, which has dozens of stops, to the lab behind it. */
export function SkipToLab() {
  return (
    <a className="skip-link needs-js" href={`#${labId}`}>
      {useWords().lab.skip}
    </a>
  );
}

/**
 * The lab beside the text; on narrow screens a sheet that opens over it. It wakes when it is seen; until then the
 * program's code stands in its place.
 */
export function LabColumn({ slug, programs, target, code: html }: LabColumnProps) {
  const words = useWords().lab;
  const body = useRef<HTMLDivElement>(null);
  const [isAwake, setAwake] = useState(false);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!body.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setAwake(true));
    observer.observe(body.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (target.request > 0) setOpen(true);
  }, [target]);
  const program = programs.find(({ id }) => id === target.program);
  const code = html && <ProgramCode html={html} />;
  return (
    <aside className="lab-column" id={labId} aria-label="Lab" data-open={isOpen}>
      <button type="button" className="lab-sheet-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? words.closeSheet : words.openSheet(program?.title ?? '')}
      </button>
      <div className="lab-body" ref={body} lang={originalLanguage}>
        {isAwake && program ? (
          <Suspense fallback={code}>
            {/* What panels say is English. */}
            <WordsProvider language={originalLanguage}>
              <LessonLab slug={slug} program={program} programs={programs.map(({ id }) => id)} target={target} />
            </WordsProvider>
          </Suspense>
        ) : (
          code
        )}
      </div>
    </aside>
  );
}
