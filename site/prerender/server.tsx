import { course } from 'virtual:course';
import { renderToString } from 'react-dom/server';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import { App } from '../app/app.tsx';
import { loadBugs } from '../app/bugs-loader.ts';
import { loadGlossary } from '../app/glossary-loader.ts';
import { loadLesson } from '../app/lesson-loader.ts';
import { loadLicences } from '../app/licences-loader.ts';
import { type PageHead, pageHead } from '../app/page-head.ts';
import { languageOf, type Route, rootFrom, routeAddress } from '../app/route.ts';
import { languagesOf } from '../pages/languages-of.ts';
import { createProgressStore } from '../progress/progress-store.ts';
import { createShelf } from '../progress/shelf.ts';

/** A page as it will lie on the disk. */
export interface RenderedPage {
  readonly route: Route;
  /** Relative to the site's root: `lessons/allocation/`. */
  readonly address: string;
  /** How it reaches the root: `../../`. */
  readonly root: string;
  /** As in HTML. */
  readonly language: string;
  readonly head: PageHead;
  readonly html: string;
}

/** Renders every page of the site, complete, for readers without JavaScript. */
export async function renderPages(): Promise<readonly RenderedPage[]> {
  const lessons = course.parts.flatMap((part) =>
    part.lessons.flatMap(({ slug, languages }) =>
      languages.map((language): Route & { page: 'lesson' } =>
        language === originalLanguage ? { page: 'lesson', slug } : { page: 'lesson', slug, language },
      ),
    ),
  );
  const translated = languagesOf(course).filter((language) => language !== originalLanguage);
  const loaded = [loadLicences(), loadGlossary(), ...lessons.map(({ slug, language }) => loadLesson(slug, language))];
  const [bugs] = await Promise.all([loadBugs(), ...loaded]);
  const routes: readonly Route[] = [
    { page: 'home' },
    { page: 'glossary' },
    ...translated.flatMap((language): Route[] => [
      { page: 'home', language },
      { page: 'glossary', language },
    ]),
    ...lessons,
    { page: 'playground' },
    { page: 'bugs' },
    ...bugs.map(({ slug }): Route => ({ page: 'bug', slug })),
    { page: 'licences' },
    { page: 'help' },
    { page: 'author' },
    { page: 'lesson-from-elsewhere' },
    { page: 'progress' },
    { page: 'review' },
  ];
  return routes.map(renderPage);
}

function renderPage(route: Route): RenderedPage {
  const address = routeAddress(route);
  const nowhere = createShelf(() => {
    throw new DOMException('there is no storage while prerendering', 'NotSupportedError');
  });
  const progress = createProgressStore(nowhere, '');
  const html = renderToString(<App base="" path={`/${address}`} progress={progress} />);
  return { route, address, root: rootFrom(address), language: languageOf(route), head: pageHead(route, course), html };
}
