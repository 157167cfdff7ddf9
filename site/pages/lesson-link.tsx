import { type LessonSummary, originalLanguage } from '../../playground/lesson/lesson.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import { PageLink } from '../app/navigation.tsx';
import { inLanguage, routeAddress } from '../app/route.ts';

interface LessonLinkProps {
  readonly lesson: LessonSummary;
  /** What stands around its title. */
  readonly before?: string;
  readonly after?: string;
}

/** A lesson's title, leading to it: in the language of this page, where it can be read in that. */
export function LessonLink({ lesson, before = '', after = '' }: LessonLinkProps) {
  const { language } = useWords();
  const own = lesson.languages.includes(language) ? language : originalLanguage;
  return (
    <PageLink to={routeAddress({ page: 'lesson', slug: lesson.slug, ...inLanguage(own) })} language={own}>
      {before}
      {titleIn(lesson, own).title}
      {after}
    </PageLink>
  );
}

/** The title and summary of a lesson or a part in a language; the original's where it has none. */
export const titleIn = (
  lesson: Pick<LessonSummary, 'title' | 'summary' | 'translations'>,
  language: string,
): { readonly title: string; readonly summary: string; readonly language: string } => {
  const translated = lesson.translations[language];
  return translated ? { ...translated, language } : { ...lesson, language: originalLanguage };
};
