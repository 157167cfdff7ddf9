import '../styles/site.css';
import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createProgressStore } from '../progress/progress-store.ts';
import { createShelf } from '../progress/shelf.ts';
import { App } from './app.tsx';
import { loadBugs } from './bugs-loader.ts';
import { loadGlossary } from './glossary-loader.ts';
import { loadLesson } from './lesson-loader.ts';
import { loadLicences } from './licences-loader.ts';
import { keepForOffline } from './offline.ts';
import { parseRoute, type Route } from './route.ts';
import { placeSite } from './site-root.ts';
import { openTerms } from './term-popovers.ts';

const element = document.getElementById('app');
if (!element) throw new Error('the page has no #app');

// Every prerendered page says how it reaches the root; there is no other way to know below which path the site lies.
const root = new URL(document.documentElement.dataset.root ?? './', asFolder(location.href));
placeSite(root);
const base = root.pathname.replace(/\/$/, '');
const path = asFolder(location.href).pathname;
if (path !== location.pathname) history.replaceState(null, '', path + location.search + location.hash);

// The address changes while pages are followed; what the head refers to must not move with it.
for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[href]')) link.setAttribute('href', link.href);

const progress = createProgressStore(
  createShelf(() => localStorage),
  `pagewise:${root.pathname}:`,
);
const route = parseRoute(path.slice(base.length));
const app = (
  <StrictMode>
    <App base={base} progress={progress} />
  </StrictMode>
);

// Hydration must find what was prerendered, so the page's data is loaded first.
await preload(route).catch(() => undefined);
if (element.firstElementChild) hydrateRoot(element, app);
else createRoot(element).render(app);

openTerms(document);

if (import.meta.env.PROD && 'serviceWorker' in navigator) keepForOffline(new URL('service-worker.js', root));

async function preload(wanted: Route): Promise<void> {
  if (wanted.page === 'bugs' || wanted.page === 'bug') await loadBugs();
  if (wanted.page === 'licences') await loadLicences();
  if (wanted.page === 'glossary') await loadGlossary();
  if (wanted.page === 'lesson') await loadLesson(wanted.slug, wanted.language);
}

/** `…/index.html` and `…/slug` name the same page as `…/` and `…/slug/`; relative links need the latter. */
function asFolder(address: string): URL {
  const url = new URL(address);
  url.pathname = url.pathname.replace(/\/index\.html$/, '/').replace(/([^/])$/, '$1/');
  return url;
}
