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

/** The lab beside the text. It wakes when it is seen; until then the program's code stands in its place. */
export function LabColumn({ lesson, target }: LabColumnProps) {
  const column = useRef<HTMLElement>(null);
  const [isAwake, setAwake] = useState(false);
  useEffect(() => {
    if (!column.current) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setAwake(true));
    observer.observe(column.current);
    return () => observer.disconnect();
  }, []);
  useEffect(() => {
    if (target.request > 0) column.current?.scrollIntoView({ block: 'nearest' });
  }, [target]);
  const program = programOf(lesson, target.program);
  const html = codeOf(lesson, target.program);
  const code = html && <ProgramCode html={html} />;
  return (
    <aside className="lab-column" aria-label="Lab" ref={column}>
      {isAwake && program ? (
        <Suspense fallback={code}>
          <LessonLab slug={lesson.slug} program={program} target={target} />
        </Suspense>
      ) : (
        code
      )}
    </aside>
  );
}

function programOf(lesson: CompiledLesson, id: string): LessonProgram | undefined {
  const exercises = lesson.blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.starter] : []));
  return [...lesson.programs, ...exercises].find((program) => program.id === id);
}

function codeOf(lesson: CompiledLesson, id: string) {
  const codes = lesson.blocks.flatMap((block) => {
    if (block.kind === 'program' && block.program === id) return [block.code];
    return block.kind === 'exercise' && block.exercise.id === id ? [block.code] : [];
  });
  return codes[0];
}
