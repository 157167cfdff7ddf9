import type { Course } from '../../playground/lesson/lesson.ts';
import { PageLink } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';
import { noProgress } from '../progress/lesson-progress.ts';
import { lessonStanding } from '../progress/lesson-standing.ts';
import { type Mastery, masteryOf } from '../progress/mastery.ts';
import { useProgressState } from '../progress/progress-context.tsx';
import { ProgressMenu } from '../progress/progress-menu.tsx';
import { dayOf } from '../progress/review-schedule.ts';

const states: Record<Mastery['state'], string> = { new: 'not begun', begun: 'begun', mastered: 'mastered' };

/** What a learner has shown to know, what is due again, and the file that keeps all of it. */
export function ProgressPage({ course }: { readonly course: Course }) {
  const today = dayOf(new Date());
  const progress = useProgressState((state) => state.lessons);
  const lessons = course.parts.flatMap((part) => part.lessons);
  const mastery = masteryOf(lessons, progress, today);
  const complete = lessons.filter(
    (lesson) => lessonStanding(lesson, progress[lesson.slug] ?? noProgress).state === 'complete',
  );
  const mastered = mastery.filter(({ state }) => state === 'mastered');
  const due = mastery.reduce((sum, each) => sum + each.due, 0);
  return (
    <div className="page prose">
      <h1>Your progress</h1>
      <p className="without-js">Progress is kept in your browser, which needs JavaScript.</p>
      <p>
        {complete.length} of {lessons.length} lessons complete; {mastered.length} of {mastery.length} things mastered.
      </p>
      <p className="actions">
        {due > 0 ? (
          <PageLink to={routeAddress({ page: 'review' })} className="button primary">
            {due === 1 ? 'Review 1 question' : `Review ${due} questions`}
          </PageLink>
        ) : (
          <span>Nothing is due for review today.</span>
        )}
      </p>
      <h2>What the course asks about</h2>
      <p>
        Something is mastered when you have answered all its questions and solved all its exercises, and none is due
        again.
      </p>
      <table className="mastery">
        <thead>
          <tr>
            <th scope="col">About</th>
            <th scope="col">Shown</th>
            <th scope="col">Due</th>
            <th scope="col">State</th>
            <th scope="col">Lessons</th>
          </tr>
        </thead>
        <tbody>
          {mastery.map((each) => (
            <MasteryRow key={each.about} mastery={each} course={course} />
          ))}
        </tbody>
      </table>
      <ProgressMenu />
    </div>
  );
}

function MasteryRow({ mastery, course }: { readonly mastery: Mastery; readonly course: Course }) {
  const { about, shown, total, due, state } = mastery;
  const lessons = course.parts.flatMap((part) => part.lessons).filter(({ slug }) => mastery.lessons.includes(slug));
  return (
    <tr data-state={state}>
      <th scope="row">{about}</th>
      <td>
        <meter min={0} max={total} value={shown} aria-label={`${about}: shown ${shown} of ${total}`} /> {shown} of{' '}
        {total}
      </td>
      <td>{due === 0 ? '–' : due}</td>
      <td>{states[state]}</td>
      <td className="numbers">
        {lessons.map(({ slug, number, title }) => (
          <PageLink key={slug} to={routeAddress({ page: 'lesson', slug })}>
            {number}
            <span className="visually-hidden"> {title}</span>
          </PageLink>
        ))}
      </td>
    </tr>
  );
}
