import type { Course } from '../../playground/lesson/lesson.ts';
import { wordsIn } from '../../playground/words/words.ts';
import { titleIn } from '../pages/lesson-link.tsx';
import { languageOf, type Route } from './route.ts';

export interface PageHead {
  readonly title: string;
  readonly description: string;
}

/** Title and description of a page. */
export function pageHead(route: Route, course: Course): PageHead {
  const words = wordsIn(languageOf(route));
  switch (route.page) {
    case 'home':
      return { title: words.home.pageTitle, description: words.home.description };
    case 'lesson': {
      const lesson = course.parts.flatMap((part) => part.lessons).find((each) => each.slug === route.slug);
      if (!lesson) return notFound;
      const { title, summary } = titleIn(lesson, words.language);
      return { title: `${title} · Pagewise`, description: summary };
    }
    case 'playground':
      return {
        title: 'Playground · Pagewise',
        description: 'C, C++ and JavaScript on one WebAssembly memory, compiled in the page and shown byte by byte.',
      };
    case 'bugs':
    case 'bug':
      return {
        title: 'Find the bug · Pagewise',
        description: 'Programs of JavaScript and C++ with one mistake each: run them, look at memory, and find it.',
      };
    case 'licences':
      return { title: 'Licences · Pagewise', description: 'Software that Pagewise is made of, and its licences.' };
    case 'help':
      return {
        title: 'Help · Pagewise',
        description: 'How to use Pagewise: running, keyboard, progress, what it needs.',
      };
    case 'glossary':
      return { title: `${words.site.glossary} · Pagewise`, description: words.glossary.description };
    case 'author':
      return {
        title: 'Write a lesson · Pagewise',
        description: 'Write a lesson in markdown, see it as you type, run its programs, and take it away as a zip.',
      };
    case 'lesson-from-elsewhere':
      return { title: 'Open a lesson · Pagewise', description: 'Open a lesson from a file or an address.' };
    case 'progress':
      return { title: 'Your progress · Pagewise', description: 'What you have mastered, and what is due again.' };
    case 'review':
      return { title: 'Review · Pagewise', description: 'Questions that you answered wrong, asked again in time.' };
    case 'not-found':
      return notFound;
    default:
      return route satisfies never;
  }
}

const notFound: PageHead = { title: 'Not found · Pagewise', description: 'There is no page at this address.' };
