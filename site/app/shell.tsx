import type { ReactNode } from 'react';
import { type Course, originalLanguage } from '../../playground/lesson/lesson.ts';
import { useWords } from '../../playground/words/use-words.tsx';
import type { Words } from '../../playground/words/words.ts';
import { titleIn } from '../pages/lesson-link.tsx';
import { ProgressNotice } from '../progress/progress-notice.tsx';
import { SearchButton } from '../search/search-button.tsx';
import { ThemeSwitch } from '../theme/theme-switch.tsx';
import { PageLink } from './navigation.tsx';
import { type Route, routeAddress } from './route.ts';

interface ShellProps {
  readonly route: Route;
  readonly course: Course;
  readonly children: ReactNode;
}

/** What surrounds every page: skip link, header, main content, footer. */
export function Shell({ route, course, children }: ShellProps) {
  const words = useWords();
  const { site } = words;
  const language = words.language === originalLanguage ? {} : { language: words.language };
  return (
    <div className="shell" data-page={route.page}>
      <a className="skip-link" href="#content">
        {site.skip}
      </a>
      <header className="site-header">
        <PageLink to={routeAddress({ page: 'home', ...language })} className="wordmark" current={route.page === 'home'}>
          Pagewise
        </PageLink>
        <p className="whereabouts">{whereabouts(route, course, words)}</p>
        <nav aria-label={site.pages}>
          <PageLink to={routeAddress({ page: 'playground' })} current={route.page === 'playground'}>
            {site.playground}
          </PageLink>
          <PageLink to={routeAddress({ page: 'bugs' })} current={route.page === 'bugs'}>
            {site.bugs}
          </PageLink>
          <PageLink to={routeAddress({ page: 'progress' })} current={route.page === 'progress'}>
            {site.progress}
          </PageLink>
          <PageLink to={routeAddress({ page: 'help' })} current={route.page === 'help'}>
            {site.help}
          </PageLink>
        </nav>
        <SearchButton />
        <ThemeSwitch />
      </header>
      <ProgressNotice />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>{site.promise}</p>
        <ul className="separated">
          <li>
            <PageLink to={routeAddress({ page: 'glossary', ...language })} current={route.page === 'glossary'}>
              {site.glossary}
            </PageLink>
          </li>
          <li>
            <PageLink to={routeAddress({ page: 'licences' })} current={route.page === 'licences'}>
              {site.licences}
            </PageLink>
          </li>
          <li>
            <PageLink to={routeAddress({ page: 'author' })} current={route.page === 'author'}>
              {site.write}
            </PageLink>
          </li>
          <li>
            <PageLink
              to={routeAddress({ page: 'lesson-from-elsewhere' })}
              current={route.page === 'lesson-from-elsewhere'}
            >
              {site.open}
            </PageLink>
          </li>
        </ul>
      </footer>
    </div>
  );
}

function whereabouts(route: Route, course: Course, { site, language }: Words): string {
  if (route.page !== 'lesson') return '';
  const part = course.parts.find(({ lessons }) => lessons.some((lesson) => lesson.slug === route.slug));
  return part ? site.part(part.number, titleIn(part, language).title) : '';
}
