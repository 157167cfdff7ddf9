import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { programOfLink } from '../../playground/files/link-fragment.ts';
import type { Html } from '../../playground/lesson/html.ts';
import type { CompiledLesson, Course } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { WordsProvider } from '../../playground/words/use-words.tsx';
import { useLesson } from '../app/lesson-loader.ts';
import { useProgress, useProgressState } from '../progress/progress-context.tsx';
import { useLastPlace } from '../progress/use-last-place.ts';
import { LabColumn, type LabTarget, SkipToLab } from './lab-column.tsx';
import type { LabLink } from './lab-link.ts';
import { LessonBlocks } from './lesson-blocks.tsx';
import { AskedQuestions, LessonHeader, LessonReferences, NeighbourLinks } from './lesson-frame.tsx';
import { LessonStanding } from './lesson-standing.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface LessonPageProps {
  readonly slug: string;
  readonly language?: string;
  readonly course: Course;
}

/** A lesson: the text on the left, the lab beside it. */
export function LessonPage({ slug, language, course }: LessonPageProps) {
  const lesson = useLesson(slug, language);
  useLastPlace(lesson);
  if (!lesson) return <NotFoundPage />;
  return (
    <LessonView lesson={lesson} course={course}>
      <NeighbourLinks course={course} slug={slug} />
    </LessonView>
  );
}

interface LessonViewProps {
  readonly lesson: CompiledLesson;
  /** The course that it is part of; null for a lesson from elsewhere. */
  readonly course?: Course | null;
  /** What stands below the text. */
  readonly children?: ReactNode;
}

/** A lesson's text with its lab. The lesson may change while it is shown. */
export function LessonView({ lesson, course = null, children }: LessonViewProps) {
  const progress = useProgress();
  const [wanted, setTarget] = useState<LabTarget | null>(null);
  const first = useMemo(() => firstTarget(lesson), [lesson]);
  const kept = useProgressState((state) => state.lessons[lesson.slug]?.shown);
  const known = kept !== undefined && hasProgram(lesson, kept) ? atRest(kept) : first;
  const target = wanted && hasProgram(lesson, wanted.program) ? wanted : known;
  // A number rises with each request, so that the same link works twice.
  const show = useCallback(
    (link: LabLink): void => {
      setTarget((before) => ({
        ...link,
        request: (before?.request ?? 0) + 1,
        revision: (before?.revision ?? 0) + (link.isReplaced ? 1 : 0),
      }));
      progress.update(lesson.slug, (known) => ({ ...known, shown: link.program }));
    },
    [progress, lesson.slug],
  );
  // A link may hold a program of the lesson: then the lab shows that one.
  useEffect(() => {
    const program = programOfLink(location.hash);
    if (program !== null)
      show({ program: hasProgram(lesson, program) ? program : (target?.program ?? program), ...nothingElse });
  }, []);
  return (
    <WordsProvider language={lesson.language}>
      <div className="lesson">
        {target && <SkipToLab />}
        <article className="prose" lang={lesson.language}>
          <LessonHeader lesson={lesson} course={course} />
          <LessonBlocks lesson={lesson} shown={target?.program ?? null} onShow={show} />
          <AskedQuestions asked={lesson.frontMatter.asked} />
          <LessonStanding lesson={lesson} />
          <LessonReferences references={lesson.frontMatter.references} />
          {children}
        </article>
        {target && (
          <LabColumn
            slug={lesson.slug}
            programs={programsOf(lesson)}
            target={target}
            code={codeOf(lesson, target.program)}
          />
        )}
      </div>
    </WordsProvider>
  );
}

const nothingElse = { select: null, panel: null, place: null };

/** A program that nobody has asked for by now. */
const atRest = (program: string): LabTarget => ({ program, ...nothingElse, request: 0, revision: 0 });

const hasProgram = (lesson: CompiledLesson, id: string): boolean =>
  programsOf(lesson).some((program) => program.id === id);

function firstTarget(lesson: CompiledLesson): LabTarget | null {
  const exercise = lesson.blocks.find((block) => block.kind === 'exercise');
  const id = lesson.programs[0]?.id ?? exercise?.exercise.id;
  return id === undefined ? null : atRest(id);
}

/** The programs of a lesson, and what its exercises start from. */
function programsOf(lesson: CompiledLesson): readonly LessonProgram[] {
  const exercises = lesson.blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.starter] : []));
  return [...lesson.programs, ...exercises];
}

function codeOf(lesson: CompiledLesson, id: string): Html | null {
  const codes = lesson.blocks.flatMap((block) => {
    if (block.kind === 'program' && block.program === id) return [block.code];
    return block.kind === 'exercise' && block.exercise.id === id ? [block.code] : [];
  });
  return codes[0] ?? null;
}
