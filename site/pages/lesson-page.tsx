import { useCallback, useEffect, useState } from 'react';
import { programOfLink } from '../../playground/files/link-fragment.ts';
import type { CompiledLesson, Course } from '../../playground/lesson/lesson.ts';
import { useLesson } from '../app/lesson-loader.ts';
import { LabColumn, type LabTarget } from './lab-column.tsx';
import type { LabLink } from './lab-link.ts';
import { LessonBlocks } from './lesson-blocks.tsx';
import { LessonHeader, LessonReferences, NeighbourLinks } from './lesson-frame.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface LessonPageProps {
  readonly slug: string;
  readonly course: Course;
}

/** A lesson: the text on the left, the lab beside it. */
export function LessonPage({ slug, course }: LessonPageProps) {
  const lesson = useLesson(slug);
  return lesson ? <Lesson lesson={lesson} course={course} /> : <NotFoundPage />;
}

function Lesson({ lesson, course }: { readonly lesson: CompiledLesson; readonly course: Course }) {
  const [target, setTarget] = useState<LabTarget | null>(() => firstTarget(lesson));
  // A number rises with each request, so that the same link works twice.
  const show = useCallback(
    (wanted: LabLink): void =>
      setTarget((before) => ({
        ...wanted,
        request: (before?.request ?? 0) + 1,
        revision: (before?.revision ?? 0) + (wanted.isReplaced ? 1 : 0),
      })),
    [],
  );
  // A link may hold a program of the lesson: then the lab shows that one.
  useEffect(() => {
    const program = programOfLink(location.hash);
    if (program !== null)
      show({ program: hasProgram(lesson, program) ? program : (target?.program ?? program), ...nothingElse });
  }, []);
  return (
    <div className="lesson">
      <article className="prose">
        <LessonHeader lesson={lesson} />
        <LessonBlocks lesson={lesson} shown={target?.program ?? null} onShow={show} />
        <LessonReferences references={lesson.frontMatter.references} />
        <NeighbourLinks course={course} slug={lesson.slug} />
      </article>
      {target && <LabColumn lesson={lesson} target={target} />}
    </div>
  );
}

const nothingElse = { select: null, panel: null, place: null };

function hasProgram({ programs, blocks }: CompiledLesson, id: string): boolean {
  return (
    programs.some((program) => program.id === id) ||
    blocks.some((block) => block.kind === 'exercise' && block.exercise.id === id)
  );
}

function firstTarget(lesson: CompiledLesson): LabTarget | null {
  const exercise = lesson.blocks.find((block) => block.kind === 'exercise');
  const id = lesson.programs[0]?.id ?? exercise?.exercise.id;
  return id === undefined ? null : { program: id, ...nothingElse, request: 0, revision: 0 };
}
