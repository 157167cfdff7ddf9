import { Fragment } from 'react';
import { type CompiledLesson, type Course, originalLanguage } from '../../playground/lesson/lesson.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import { PageLink } from '../app/navigation.tsx';
import { inLanguage, routeAddress } from '../app/route.ts';
import { CodeText } from './code-text.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { LessonLink } from './lesson-link.tsx';

interface HeaderProps {
  readonly lesson: CompiledLesson;
  /** The course that it is part of; null for a lesson from elsewhere. */
  readonly course: Course | null;
}

/** Title, what the lesson is about, and what it is for. */
export function LessonHeader({ lesson, course }: HeaderProps) {
  const words = useWords();
  const { title, summary, level, minutes, goals, needs, tags } = lesson.frontMatter;
  const lessons = course?.parts.flatMap((part) => part.lessons) ?? [];
  const before = lessons.filter(({ slug }) => needs.includes(slug));
  return (
    <header className="lesson-header">
      <p className="facts separated" lang={words.language}>
        {lesson.number > 0 && (
          <span>
            {words.lesson.number(lesson.number, lessons.at(-1)?.number === lessons.length ? lessons.length : null)}
          </span>
        )}
        <span>{words.lesson.levels[level]}</span>
        <span>{words.lesson.minutes(minutes)}</span>
        {tags.length > 0 && <span lang={originalLanguage}>{tags.join(', ')}</span>}
      </p>
      <h1>{title}</h1>
      <LanguageChoice
        languages={lesson.languages}
        current={lesson.language}
        addressIn={(language) => routeAddress({ page: 'lesson', slug: lesson.slug, ...language })}
      />
      <p className="summary">{summary}</p>
      {before.length > 0 && (
        <p className="needs" lang={words.language}>
          {words.lesson.needs}{' '}
          {before.map((need, index) => (
            <Fragment key={need.slug}>
              {index > 0 && ', '}
              <LessonLink lesson={need} />
            </Fragment>
          ))}
          .
        </p>
      )}
      <p className="goals-label" id="goals" lang={words.language}>
        {words.lesson.goals}
      </p>
      <ul className="goals" aria-labelledby="goals">
        {goals.map((goal) => (
          <li key={goal}>{goal}</li>
        ))}
      </ul>
    </header>
  );
}

/** Questions that people ask, with their answers. */
export function AskedQuestions({ asked }: { readonly asked: CompiledLesson['frontMatter']['asked'] }) {
  const words = useWords();
  if (asked.length === 0) return null;
  return (
    <section aria-labelledby="asked">
      <h2 id="asked" lang={words.language}>
        {words.lesson.asked}
      </h2>
      <dl className="asked">
        {asked.map(({ question, answer }) => (
          <div key={question}>
            <dt>
              <CodeText text={question} />
            </dt>
            <dd>
              <CodeText text={answer} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

interface ReferencesProps {
  readonly references: CompiledLesson['frontMatter']['references'];
}

export function LessonReferences({ references }: ReferencesProps) {
  const words = useWords();
  if (references.length === 0) return null;
  return (
    <section aria-labelledby="references">
      <h2 id="references" lang={words.language}>
        {words.lesson.references}
      </h2>
      <ul lang={originalLanguage}>
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
  const words = useWords();
  const lessons = course.parts.flatMap((part) => part.lessons);
  const index = lessons.findIndex((lesson) => lesson.slug === slug);
  const [before, after] = [lessons[index - 1], lessons[index + 1]];
  return (
    <nav lang={words.language} className="neighbours" aria-label={words.lesson.neighbours}>
      {before && <LessonLink lesson={before} before="← " />}
      {after ? (
        <LessonLink lesson={after} after=" →" />
      ) : (
        <PageLink to={routeAddress({ page: 'home', ...inLanguage(words.language) })}>{words.lesson.overview}</PageLink>
      )}
    </nav>
  );
}
