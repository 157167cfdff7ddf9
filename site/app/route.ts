import { originalLanguage } from '../../playground/lesson/lesson.ts';

/** Where a visitor is. Addresses are folders, so that any static server finds their `index.html`. */
export type Route =
  /** Here and below, the language is left out where it is the original's. */
  | { readonly page: 'home'; readonly language?: string }
  | { readonly page: 'lesson'; readonly slug: string; readonly language?: string }
  | { readonly page: 'playground' }
  | { readonly page: 'bugs' }
  | { readonly page: 'bug'; readonly slug: string }
  | { readonly page: 'licences' }
  | { readonly page: 'help' }
  | { readonly page: 'glossary'; readonly language?: string }
  /** Where lessons are written. */
  | { readonly page: 'author' }
  /** A lesson from a file or an address. */
  | { readonly page: 'lesson-from-elsewhere' }
  | { readonly page: 'progress' }
  | { readonly page: 'review' }
  | { readonly page: 'not-found' };

const bugsFolder = 'find-the-bug';

/** Pages whose address is their name. */
const plainPages = ['playground', 'licences', 'help', 'author', 'progress', 'review'] as const;

const isLanguage = (word: string): boolean => /^[a-z]{2,3}(-[A-Z]{2})?$/.test(word);

/** What says the language of a page, for its route: nothing for the original's. */
export const inLanguage = (language: string): { readonly language?: string } =>
  language === originalLanguage ? {} : { language };

/** The language of a page. */
export const languageOf = (route: Route): string =>
  'language' in route && route.language !== undefined ? route.language : originalLanguage;

/** Reads a path below the site's root, with or without the slash at its end. */
export function parseRoute(path: string): Route {
  const words = path.split('/').filter((word) => word !== '');
  if (words.at(-1) === 'index.html') words.pop();
  const [first, second, ...more] = words;
  if (first === undefined) return { page: 'home' };
  if (second === undefined && isLanguage(first)) return { page: 'home', language: first };
  if (first === 'glossary' && more.length === 0) {
    if (second === undefined) return { page: 'glossary' };
    if (isLanguage(second)) return { page: 'glossary', language: second };
  }
  if (first === 'lessons' && second !== undefined) {
    const [language, ...rest] = more;
    if (language === undefined) return { page: 'lesson', slug: second };
    if (rest.length === 0 && isLanguage(language)) return { page: 'lesson', slug: second, language };
  }
  if (first === bugsFolder && more.length === 0) {
    return second === undefined ? { page: 'bugs' } : { page: 'bug', slug: second };
  }
  const page = plainPages.find((known) => known === first);
  if (second === undefined && page) return { page };
  if (second === undefined && first === 'lesson') return { page: 'lesson-from-elsewhere' };
  return { page: 'not-found' };
}

/** The address of a route, relative to the site's root: `lessons/linear-memory/`. */
export function routeAddress(route: Route): string {
  switch (route.page) {
    case 'home':
      return folderOf(route);
    case 'lesson':
      return `lessons/${route.slug}/${folderOf(route)}`;
    case 'glossary':
      return `glossary/${folderOf(route)}`;
    case 'bugs':
      return `${bugsFolder}/`;
    case 'bug':
      return `${bugsFolder}/${route.slug}/`;
    case 'playground':
    case 'licences':
    case 'help':
    case 'author':
    case 'progress':
    case 'review':
      return `${route.page}/`;
    case 'lesson-from-elsewhere':
      return 'lesson/';
    case 'not-found':
      return '404/';
    default:
      return route satisfies never;
  }
}

const folderOf = ({ language }: { readonly language?: string }): string =>
  language === undefined ? '' : `${language}/`;

/** How a page at this path reaches the site's root: `../../`. Relative, so that the site can lie anywhere. */
export function rootFrom(path: string): string {
  const depth = path.split('/').filter((word) => word !== '').length;
  return depth === 0 ? './' : '../'.repeat(depth);
}
