import type { CompiledLesson, Course } from '../../playground/lesson/lesson.ts';
import { PageLink } from '../app/navigation.tsx';
import { routeAddress } from '../app/route.ts';

/** Title, what the lesson is about, and what it is for. */
export function LessonHeader({ lesson }: { readonly lesson: CompiledLesson }) {
  const { title, summary, level, minutes, goals } = lesson.frontMatter;
  return (
    <header className="lesson-header">
      <p className="facts">
        Lesson {lesson.number} · {level} · {minutes} minutes
      </p>
      <h1>{title}</h1>
      <p className="summary">{summary}</p>
      <p className="goals-label" id="goals">
        After it, you can
      </p>
      <ul className="goals" aria-labelledby="goals">
        {goals.map((goal) => (
          <li key={goal}>{goal}</li>
        ))}
      </ul>
    </header>
  );
}

interface ReferencesProps {
  readonly references: CompiledLesson['frontMatter']['references'];
}

export function LessonReferences({ references }: ReferencesProps) {
  if (references.length === 0) return null;
  return (
    <section aria-labelledby="references">
      <h2 id="references">References</h2>
      <ul>
        {references.map(({ title, url }) => (
          <li key={url}>
            <a href={url} rel="external">
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface NeighbourProps {
  readonly course: Course;
  readonly slug: string;
}

/** The lessons before and after this one. */
export function NeighbourLinks({ course, slug }: NeighbourProps) {
  const lessons = course.parts.flatMap((part) => part.lessons);
  const index = lessons.findIndex((lesson) => lesson.slug === slug);
  const [before, after] = [lessons[index - 1], lessons[index + 1]];
  return (
    <nav className="neighbours" aria-label="Lessons before and after">
      {before && <PageLink to={routeAddress({ page: 'lesson', slug: before.slug })}>← {before.title}</PageLink>}
      {after && <PageLink to={routeAddress({ page: 'lesson', slug: after.slug })}>{after.title} →</PageLink>}
      {!after && <PageLink to="">To the overview</PageLink>}
    </nav>
  );
}
