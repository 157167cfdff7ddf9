import { glossaries } from 'virtual:glossary';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import { siteRoot } from '../app/site-root.ts';
import { LessonView } from '../pages/lesson-page.tsx';
import { ProgressProvider } from '../progress/progress-context.tsx';
import { createProgressStore } from '../progress/progress-store.ts';
import { createShelf } from '../progress/shelf.ts';
import type { LessonFolder } from './draft.ts';
import type { LessonCompiler } from './lesson-compiler.ts';
import { openLessonCompiler } from './lesson-services.ts';
import { ProblemList } from './problem-list.tsx';
import { requestOf } from './request-of.ts';
import { useLesson } from './use-lesson.ts';
import { usePictures } from './use-pictures.ts';

interface ForeignLessonProps {
  readonly folder: LessonFolder;
  /** Where it comes from, in words. */
  readonly from: string;
  readonly onClose: () => void;
}

/** A lesson that is no part of the course. Nothing of it runs before the reader says so. */
export function ForeignLesson(props: ForeignLessonProps) {
  const [compiler, setCompiler] = useState<LessonCompiler | null>(null);
  // Of its own: what another lesson ran counts for nothing here.
  useEffect(() => {
    const opened = openLessonCompiler();
    setCompiler(opened);
    return () => opened.end();
  }, []);
  return compiler && <Shown {...props} compiler={compiler} />;
}

function Shown({ folder, from, onClose, compiler }: ForeignLessonProps & { readonly compiler: LessonCompiler }) {
  const [runs, setRuns] = useState(false);
  const [progress] = useState(() => elsewhereProgress());
  const pictures = usePictures(folder);
  const request = useMemo(
    () => ({
      ...requestOf(folder, pictures, { root: '../', lessons: null, glossary: glossaries[originalLanguage] ?? [] }),
      number: 0,
      slug: from,
    }),
    [folder, pictures, from],
  );
  const state = useLesson(request, runs, compiler);
  const { lesson, activity, isPending } = state;
  return (
    <>
      <section className="foreign-bar notice" data-kind="warning" aria-label="Where this lesson comes from">
        <TriangleAlert aria-hidden="true" />
        <p>
          This lesson comes from <strong>{from}</strong>. It is not part of the course.{' '}
          {!runs &&
            isPending &&
            'Its programs have not run: numbers that come from them, and questions about them, are left out.'}
          <span role="status">{runs && activity === 'running' && 'Its programs are compiled and run…'}</span>
        </p>
        {lesson && !runs && isPending && (
          <button type="button" className="button" onClick={() => setRuns(true)}>
            Run its programs
          </button>
        )}
        <button type="button" className="button" onClick={onClose}>
          Close it
        </button>
      </section>
      {lesson ? (
        <ProgressProvider progress={progress}>
          <LessonView lesson={lesson} />
        </ProgressProvider>
      ) : (
        <div className="page">
          <h1>{activity === 'idle' ? 'This lesson cannot be shown' : 'Reading the lesson'}</h1>
          <ProblemList state={state} onShow={null} />
        </div>
      )}
    </>
  );
}

/** Work on such lessons is kept apart from that on the course, which a lesson can neither read nor change. */
const elsewhereProgress = () =>
  createProgressStore(
    createShelf(() => localStorage),
    `pagewise-elsewhere:${siteRoot().pathname}:`,
  );
