import { course } from 'virtual:course';
import { Suspense, useEffect, useRef } from 'react';
import { Router, useLocation } from 'wouter';
import { HelpPage } from '../pages/help-page.tsx';
import { HomePage } from '../pages/home-page.tsx';
import { LessonPage } from '../pages/lesson-page.tsx';
import { LicencesPage } from '../pages/licences-page.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { PlaygroundPage } from '../pages/playground-page.tsx';
import { ProgressProvider } from '../progress/progress-context.tsx';
import type { ProgressStore } from '../progress/progress-store.ts';
import { SiteRootProvider } from './navigation.tsx';
import { pageHead } from './page-head.ts';
import { parseRoute, type Route } from './route.ts';
import { Shell } from './shell.tsx';

interface AppProps {
  /** Path of the site's root, without the slash at its end. */
  readonly base: string;
  /** The path to render, where there is no browser. */
  readonly path?: string;
  readonly progress: ProgressStore;
}

/** The whole site. */
export function App({ base, path, progress }: AppProps) {
  return (
    <Router base={base} {...(path !== undefined && { ssrPath: path })}>
      <ProgressProvider progress={progress}>
        <SiteRootProvider>
          <CurrentPage />
        </SiteRootProvider>
      </ProgressProvider>
    </Router>
  );
}

function CurrentPage() {
  const [path] = useLocation();
  const route = parseRoute(path);
  useNewPage(path, route);
  return (
    <Shell route={route} course={course}>
      <Suspense fallback={<p className="loading">Loading the lesson…</p>}>
        <Page route={route} />
      </Suspense>
    </Shell>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage course={course} />;
    case 'lesson':
      return <LessonPage key={route.slug} slug={route.slug} course={course} />;
    case 'playground':
      return <PlaygroundPage />;
    case 'licences':
      return <LicencesPage />;
    case 'help':
      return <HelpPage />;
    case 'not-found':
      return <NotFoundPage />;
    default:
      return route satisfies never;
  }
}

/** After following a link: the new title, the top of the page, and the reading position of assistive technology. */
function useNewPage(path: string, route: Route): void {
  const shown = useRef(path);
  const { title } = pageHead(route, course);
  useEffect(() => {
    document.title = title;
    if (shown.current === path) return;
    shown.current = path;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [path, title]);
}
