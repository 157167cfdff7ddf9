import { course } from 'virtual:course';
import { renderToString } from 'react-dom/server';
import { App } from '../app/app.tsx';
import { loadLesson } from '../app/lesson-loader.ts';
import { loadLicences } from '../app/licences-loader.ts';
import { type PageHead, pageHead } from '../app/page-head.ts';
import { type Route, rootFrom, routeAddress } from '../app/route.ts';
import { createProgressStore } from '../progress/progress-store.ts';
import { createShelf } from '../progress/shelf.ts';

/** A page as it will lie on the disk. */
export interface RenderedPage {
  readonly route: Route;
  /** Relative to the site's root: `lessons/allocation/`. */
  readonly address: string;
  /** How it reaches the root: `../../`. */
  readonly root: string;
  readonly head: PageHead;
  readonly html: string;
}

/** Renders every page of the site, complete, for readers without JavaScript. */
export async function renderPages(): Promise<readonly RenderedPage[]> {
  const slugs = course.parts.flatMap((part) => part.lessons.map((lesson) => lesson.slug));
  await Promise.all([loadLicences(), ...slugs.map((slug) => loadLesson(slug))]);
  const routes: readonly Route[] = [
    { page: 'home' },
    ...slugs.map((slug): Route => ({ page: 'lesson', slug })),
    { page: 'playground' },
    { page: 'licences' },
    { page: 'help' },
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
  return { route, address, root: rootFrom(address), head: pageHead(route, course), html };
}
