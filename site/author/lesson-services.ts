import { labServices } from '../app/lab-services.ts';
import { siteRoot } from '../app/site-root.ts';
import { createLessonCompiler, type LessonCompiler } from './lesson-compiler.ts';
import { createLessonRunner } from './lesson-runner.ts';

/** A lesson compiler that runs programs with the services of the lab. Who opens it ends it. */
export const openLessonCompiler = (): LessonCompiler =>
  createLessonCompiler(createLessonRunner(labServices()), new URL('runtime/', siteRoot()));

let ofDesk: LessonCompiler | undefined;

/** The one of the lesson that is written here: it knows what ran before for as long as the page is open. */
export function lessonCompiler(): LessonCompiler {
  ofDesk ??= openLessonCompiler();
  return ofDesk;
}
