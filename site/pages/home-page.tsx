import { CircleCheck } from 'lucide-react';
import type { Course, LessonSummary } from '../../playground/lesson/lesson.ts';
import { PageLink } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';
import { lessonShare } from '../progress/lesson-share.ts';
import { useLessonProgress, useProgressState } from '../progress/progress-context.tsx';
import { ProgressMenu } from '../progress/progress-menu.tsx';

/** The overview: what the course is, its lessons, and how far the learner has come. */
export function HomePage({ course }: { readonly course: Course }) {
  const lessons = course.parts.flatMap((part) => part.lessons);
  const first = lessons[0];
  const begun = useProgressState((state) => lessons.findLast((lesson) => state.lessons[lesson.slug]));
  const next = begun ?? first;
  return (
    <div className="page home">
      <div className="lead">
        <h1>Learn WebAssembly’s linear memory by watching it</h1>
        <p>
          Write C++ and JavaScript side by side, compile and run them in this page, and see every byte: the stack, the
          heap, each allocation, and each view that JavaScript makes over them.
        </p>
        <p className="actions">
          {next && (
            <PageLink to={routeAddress({ page: 'lesson', slug: next.slug })} className="button primary">
              {begun ? `Continue with “${next.title}”` : `Begin with “${next.title}”`}
            </PageLink>
          )}
          <PageLink to={routeAddress({ page: 'playground' })} className="button">
            Open the playground
          </PageLink>
        </p>
      </div>
      <section aria-label="Lessons">
        {course.parts
          .filter((part) => part.lessons.length > 0)
          .map((part) => (
            <section key={part.number} className="part" aria-labelledby={`part-${part.number}`}>
              <h2 id={`part-${part.number}`}>
                <span className="part-number">Part {part.number}</span> {part.title}
              </h2>
              {part.summary !== '' && <p className="part-summary">{part.summary}</p>}
              <ol className="lesson-list">
                {part.lessons.map((lesson) => (
                  <LessonEntry key={lesson.slug} lesson={lesson} />
                ))}
              </ol>
            </section>
          ))}
      </section>
      <ProgressMenu />
    </div>
  );
}

function LessonEntry({ lesson }: { readonly lesson: LessonSummary }) {
  const { done, total } = lessonShare(lesson, useLessonProgress(lesson.slug));
  return (
    <li className="lesson-entry" data-state={done === 0 ? 'new' : done < total ? 'begun' : 'done'}>
      <span className="lesson-number" aria-hidden="true">
        {lesson.number}
      </span>
      <div>
        <h3>
          <PageLink to={routeAddress({ page: 'lesson', slug: lesson.slug })}>{lesson.title}</PageLink>
        </h3>
        <p>{lesson.summary}</p>
        <p className="facts">
          {lesson.level} · {lesson.minutes} minutes
          {done > 0 && ` · ${done} of ${total} tasks solved`}
          {done > 0 && done === total && <CircleCheck aria-label="finished" />}
        </p>
      </div>
    </li>
  );
}
