import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { CompiledLesson } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
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
  readonly lesson: CompiledLesson;
  readonly target: LabTarget;
}

/**
 * The lab beside the text; on narrow screens a sheet that opens over it. It wakes when it is seen; until then the
 * program's code stands in its place.
 */
export function LabColumn({ lesson, target }: LabColumnProps) {
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
  const program = programsOf(lesson).find(({ id }) => id === target.program);
  const html = codeOf(lesson, target.program);
  const code = html && <ProgramCode html={html} />;
  return (
    <aside className="lab-column" aria-label="Lab" data-open={isOpen}>
      <button type="button" className="lab-sheet-toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Close the lab' : `Open the lab: ${program?.title ?? ''}`}
      </button>
      <div className="lab-body" ref={body}>
        {isAwake && program ? (
          <Suspense fallback={code}>
            <LessonLab
              slug={lesson.slug}
              program={program}
              programs={programsOf(lesson).map(({ id }) => id)}
              target={target}
            />
          </Suspense>
        ) : (
          code
        )}
      </div>
    </aside>
  );
}

/** The programs of a lesson, and what its exercises start from. */
function programsOf(lesson: CompiledLesson): readonly LessonProgram[] {
  const exercises = lesson.blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.starter] : []));
  return [...lesson.programs, ...exercises];
}

function codeOf(lesson: CompiledLesson, id: string) {
  const codes = lesson.blocks.flatMap((block) => {
    if (block.kind === 'program' && block.program === id) return [block.code];
    return block.kind === 'exercise' && block.exercise.id === id ? [block.code] : [];
  });
  return codes[0];
}
