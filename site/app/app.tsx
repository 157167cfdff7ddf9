import { course } from 'virtual:course';
import { Suspense, useEffect, useRef } from 'react';
import { Router, useLocation } from 'wouter';
import { lessonName } from '../../playground/lesson/lesson.ts';
import { WordsProvider } from '../../playground/words/use-words.tsx';
import { AuthorPage } from '../pages/author-page.tsx';
import { BugPage } from '../pages/bug-page.tsx';
import { BugsPage } from '../pages/bugs-page.tsx';
import { GlossaryPage } from '../pages/glossary-page.tsx';
import { HelpPage } from '../pages/help-page.tsx';
import { HomePage } from '../pages/home-page.tsx';
import { LessonPage } from '../pages/lesson-page.tsx';
import { LicencesPage } from '../pages/licences-page.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { OpenLessonPage } from '../pages/open-lesson-page.tsx';
import { PlaygroundPage } from '../pages/playground-page.tsx';
import { ProgressPage } from '../pages/progress-page.tsx';
import { ReviewPage } from '../pages/review-page.tsx';
import { ProgressProvider } from '../progress/progress-context.tsx';
import type { ProgressStore } from '../progress/progress-store.ts';
import { SiteRootProvider } from './navigation.tsx';
import { pageHead } from './page-head.ts';
import { languageOf, parseRoute, type Route } from './route.ts';
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
    <WordsProvider language={languageOf(route)}>
      <Shell route={route} course={course}>
        <Suspense fallback={<p className="loading">Loading the lesson…</p>}>
          <Page route={route} />
        </Suspense>
      </Shell>
    </WordsProvider>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'home':
      return <HomePage course={course} language={languageOf(route)} />;
    case 'lesson':
      return <LessonPage key={lessonName(route.slug, route.language)} {...route} course={course} />;
    case 'playground':
      return <PlaygroundPage />;
    case 'bugs':
      return <BugsPage />;
    case 'bug':
      return <BugPage key={route.slug} slug={route.slug} />;
    case 'licences':
      return <LicencesPage />;
    case 'help':
      return <HelpPage />;
    case 'glossary':
      return <GlossaryPage course={course} language={languageOf(route)} />;
    case 'author':
      return <AuthorPage />;
    case 'lesson-from-elsewhere':
      return <OpenLessonPage />;
    case 'progress':
      return <ProgressPage course={course} />;
    case 'review':
      return <ReviewPage course={course} />;
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
  const language = languageOf(route);
  useEffect(() => {
    document.title = title;
    document.documentElement.lang = language;
    if (shown.current === path) return;
    shown.current = path;
    scrollTo(0, 0);
    document.getElementById('content')?.focus({ preventScroll: true });
  }, [path, title, language]);
}
