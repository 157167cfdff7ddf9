import type { Course } from '../../playground/lesson/lesson.ts';
import type { Route } from './route.ts';

export interface PageHead {
  readonly title: string;
  readonly description: string;
}

/** Title and description of a page. */
export function pageHead(route: Route, course: Course): PageHead {
  switch (route.page) {
    case 'home':
      return {
        title: 'Pagewise: watch WebAssembly’s linear memory',
        description: 'A course and a playground: write C++ and JavaScript, run them in the page, and watch every byte.',
      };
    case 'lesson': {
      const lesson = course.parts.flatMap((part) => part.lessons).find((each) => each.slug === route.slug);
      if (!lesson) return notFound;
      return { title: `${lesson.title} · Pagewise`, description: lesson.summary };
    }
    case 'playground':
      return {
        title: 'Playground · Pagewise',
        description: 'C, C++ and JavaScript on one WebAssembly memory, compiled in the page and shown byte by byte.',
      };
    case 'licences':
      return { title: 'Licences · Pagewise', description: 'Software that Pagewise is made of, and its licences.' };
    case 'help':
      return {
        title: 'Help · Pagewise',
        description: 'How to use Pagewise: running, keyboard, progress, what it needs.',
      };
    case 'not-found':
      return notFound;
    default:
      return route satisfies never;
  }
}

const notFound: PageHead = { title: 'Not found · Pagewise', description: 'There is no page at this address.' };
