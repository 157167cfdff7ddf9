import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import type { Course, LessonSummary } from '../../playground/lesson/lesson.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import { useGlossary } from '../app/glossary-loader.ts';
import { PageLink } from '../app/navigation.tsx';
import { inLanguage, routeAddress } from '../app/route.ts';
import { CodeText } from './code-text.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { languagesOf } from './languages-of.ts';
import { titleIn } from './lesson-link.tsx';
import { NotFoundPage } from './not-found-page.tsx';

interface GlossaryPageProps {
  readonly course: Course;
  readonly language: string;
}

/** Every term of the course, each with the lesson that teaches it. */
export function GlossaryPage({ course, language }: GlossaryPageProps) {
  const words = useWords();
  const glossary = useGlossary(language);
  const lessons = course.parts.flatMap((part) => part.lessons);
  if (!glossary) return <NotFoundPage />;
  return (
    <div className="page prose">
      <h1>{words.site.glossary}</h1>
      <LanguageChoice
        languages={languagesOf(course)}
        current={language}
        addressIn={(language) => routeAddress({ page: 'glossary', ...language })}
      />
      <p>{words.glossary.lead}</p>
      <dl className="glossary">
        {glossary.map((term) => (
          <Entry key={term.id} term={term} lesson={lessons.find(({ slug }) => slug === term.lesson) ?? null} />
        ))}
      </dl>
    </div>
  );
}

interface EntryProps {
  readonly term: GlossaryTerm;
  readonly lesson: LessonSummary | null;
}

function Entry({ term: { id, term, text, language }, lesson }: EntryProps) {
  const words = useWords();
  const own = lesson && titleIn(lesson, words.language).language;
  return (
    <div id={id}>
      <dt lang={language}>{term}</dt>
      <dd>
        <span lang={language}>
          <CodeText text={text} />
        </span>{' '}
        {lesson && (
          <PageLink to={routeAddress({ page: 'lesson', slug: lesson.slug, ...inLanguage(own ?? '') })}>
            {words.glossary.lesson(lesson.number)}
          </PageLink>
        )}
      </dd>
    </div>
  );
}
