import type { ReactNode } from 'react';
import type { Course } from '../../playground/lesson/lesson.ts';
import { ProgressNotice } from '../progress/progress-notice.tsx';
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
  return (
    <div className="shell" data-page={route.page}>
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <header className="site-header">
        <PageLink to="" className="wordmark" current={route.page === 'home'}>
          Pagewise
        </PageLink>
        <p className="whereabouts">{whereabouts(route, course)}</p>
        <nav aria-label="Site">
          <PageLink to={routeAddress({ page: 'playground' })} current={route.page === 'playground'}>
            Playground
          </PageLink>
          <PageLink to={routeAddress({ page: 'help' })} current={route.page === 'help'}>
            Help
          </PageLink>
        </nav>
        <ThemeSwitch />
      </header>
      <ProgressNotice />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <footer className="site-footer">
        <p>
          Everything runs in your browser: no server, no account.{' '}
          <PageLink to={routeAddress({ page: 'licences' })} current={route.page === 'licences'}>
            Licences
          </PageLink>
        </p>
      </footer>
    </div>
  );
}

function whereabouts(route: Route, course: Course): string {
  if (route.page !== 'lesson') return '';
  const part = course.parts.find(({ lessons }) => lessons.some((lesson) => lesson.slug === route.slug));
  return part ? `Part ${part.number} · ${part.title}` : '';
}
