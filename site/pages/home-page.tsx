import { CircleCheck } from 'lucide-react';
import { type Course, type CoursePart, type LessonSummary, originalLanguage } from '../../playground/lesson/lesson.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import { PageLink } from '../app/navigation.tsx';
import { inLanguage, routeAddress } from '../app/route.ts';
import { noProgress } from '../progress/lesson-progress.ts';
import { lessonStanding, lessonToContinue, standingInWords } from '../progress/lesson-standing.ts';
import { useLessonProgress, useProgressState } from '../progress/progress-context.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { languagesOf } from './languages-of.ts';
import { LessonLink, titleIn } from './lesson-link.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface HomePageProps {
  readonly course: Course;
  readonly language: string;
}

/** The overview: what the course is, its lessons, and how far the learner has come. */
export function HomePage({ course, language }: HomePageProps) {
  const { home: words } = useWords();
  const languages = languagesOf(course);
  const parts = course.parts.filter((part) => part.lessons.length > 0);
  const lessons = parts.flatMap((part) => part.lessons);
  const complete = useComplete(lessons);
  const place = useProgressState((state) => state.place);
  const progress = useProgressState((state) => state.lessons);
  const begun = lessonToContinue(lessons, progress, place?.slug);
  const next = begun ?? lessons[0];
  const heading = place?.heading && begun?.slug === place.slug ? `#${place.heading}` : '';
  if (!languages.includes(language)) return <NotFoundPage />;
  return (
    <div className="page home">
      <div className="lead">
        <h1>{words.title}</h1>
        <LanguageChoice
          languages={languages}
          current={language}
          addressIn={(language) => routeAddress({ page: 'home', ...language })}
        />
        <p>{words.lead}</p>
        {language !== originalLanguage && <p>{words.translated}</p>}
        <p className="actions">
          {next && <NextLesson lesson={next} heading={heading} isBegun={begun !== null} />}
          <PageLink to={routeAddress({ page: 'playground' })} className="button">
            {words.playground}
          </PageLink>
          <PageLink to={routeAddress({ page: 'bugs' })} className="button">
            {words.bugs}
          </PageLink>
        </p>
      </div>
      <section aria-labelledby="lessons">
        <h2 id="lessons">{words.lessons}</h2>
        <p className="facts separated">
          <span>{words.count(lessons.length)}</span>
          <span>{timeOf(lessons)}</span>
          {complete > 0 && <span>{words.done(complete)}</span>}
        </p>
        {parts.length > 1 && <PartList parts={parts} />}
        {parts.map((part) => (
          <Part key={part.number} part={part} />
        ))}
      </section>
    </div>
  );
}

interface NextLessonProps {
  readonly lesson: LessonSummary;
  /** `#` and a heading; empty for its beginning. */
  readonly heading: string;
  readonly isBegun: boolean;
}

function NextLesson({ lesson, heading, isBegun }: NextLessonProps) {
  const { home: words, language } = useWords();
  const own = titleIn(lesson, language);
  return (
    <PageLink
      to={`${routeAddress({ page: 'lesson', slug: lesson.slug, ...inLanguage(own.language) })}${heading}`}
      className="button primary"
    >
      {isBegun ? words.goOn(own.title) : words.begin(own.title)}
    </PageLink>
  );
}

/** How many of these lessons are complete. */
const useComplete = (lessons: readonly LessonSummary[]): number =>
  useProgressState(
    (state) =>
      lessons.filter((lesson) => lessonStanding(lesson, state.lessons[lesson.slug] ?? noProgress).state === 'complete')
        .length,
  );

/** The parts at a glance, each leading to its lessons. */
function PartList({ parts }: { readonly parts: readonly CoursePart[] }) {
  return (
    <ol className="part-list">
      {parts.map((part) => (
        <PartEntry key={part.number} part={part} />
      ))}
    </ol>
  );
}

function PartEntry({ part }: { readonly part: CoursePart }) {
  const { home: words, language } = useWords();
  const { title, language: own } = titleIn(part, language);
  const complete = useComplete(part.lessons);
  return (
    <li>
      <a href={`#part-${part.number}`}>
        <span className="part-number">{words.part(part.number)}</span> <span lang={own}>{title}</span>
      </a>
      <meter min={0} max={part.lessons.length} value={complete} aria-hidden="true" />
      <span className="part-count">{words.doneOf(complete, part.lessons.length)}</span>
    </li>
  );
}

function Part({ part }: { readonly part: CoursePart }) {
  const { home: words, language } = useWords();
  const { number, lessons } = part;
  const { title, summary, language: own } = titleIn(part, language);
  const complete = useComplete(lessons);
  return (
    <section className="part" aria-labelledby={`part-${number}`}>
      <h3 id={`part-${number}`}>
        <span className="part-number">{words.part(number)}</span> <span lang={own}>{title}</span>
      </h3>
      {summary !== '' && (
        <p className="part-summary" lang={own}>
          {summary}
        </p>
      )}
      <p className="facts separated">
        <span>{words.count(lessons.length)}</span>
        <span>{timeOf(lessons)}</span>
        {complete > 0 && <span>{words.done(complete)}</span>}
      </p>
      <ol className="lesson-list">
        {lessons.map((lesson) => (
          <LessonEntry key={lesson.slug} lesson={lesson} />
        ))}
      </ol>
    </section>
  );
}

function timeOf(lessons: readonly LessonSummary[]): string {
  const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter((text) => text !== '').join(' ');
}

function LessonEntry({ lesson }: { readonly lesson: LessonSummary }) {
  const words = useWords();
  const standing = lessonStanding(lesson, useLessonProgress(lesson.slug));
  const own = titleIn(lesson, words.language);
  return (
    <li className="lesson-entry" data-state={standing.state}>
      <span className="lesson-number" aria-hidden="true">
        {lesson.number}
      </span>
      <div>
        <h4>
          <LessonLink lesson={lesson} />
        </h4>
        <p lang={own.language}>{own.summary}</p>
        <p className="facts separated">
          <span>{words.lesson.levels[lesson.level]}</span>
          <span>{words.lesson.minutes(lesson.minutes)}</span>
          {lesson.tags.length > 0 && <span lang={originalLanguage}>{lesson.tags.join(', ')}</span>}
          {standing.state === 'begun' && <span>{standingInWords(standing, words)}</span>}
          {standing.state === 'complete' && (
            <span>
              <CircleCheck aria-hidden="true" /> {words.home.complete}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
