import { join } from 'node:path';
import type { LessonChoice } from '../../playground/command-line/lesson-choice.ts';
import { type Streams, say } from '../../playground/command-line/streams.ts';
import { counted } from '../../playground/view-model/hexadecimal.ts';
import { formatAuthorError, formatRemark } from '../build/author-errors.ts';
import { checkout } from '../build/checkout.ts';
import { createLessonTools } from '../build/lesson-tools.ts';
import { endLessonPages } from '../build/test-browser/lesson-page.ts';
import { type CheckedLesson, checkCourse } from './check-course.ts';
import { createCheckThreads } from './check-threads.ts';
import { chooseLessons } from './choose-lessons.ts';
import { openDictionary } from './dictionary.ts';
import { createFindMissingIncludes } from './missing-includes.ts';

/** `pagewise lesson check`: resolves to the exit status. */
export async function check(choice: Extract<LessonChoice, { kind: 'check' }>, streams: Streams): Promise<number> {
  const root = checkout();
  const chosen = chooseLessons(choice.paths);
  if (typeof chosen === 'string') {
    say(streams, `pagewise: ${chosen}\n`);
    return 2;
  }
  const cache = join(root, 'build/cache/programs');
  const threads = createCheckThreads(join(root, 'build/command-line/pagewise.js'));
  const tools = await createLessonTools(new Map(), cache, true, threads);
  const findMissingIncludes = createFindMissingIncludes(cache, threads);
  const dictionary = openDictionary(chosen.map(({ course }) => course));
  const checked: CheckedLesson[] = [];
  for (const { course, lessons } of chosen) {
    const paths = new Set(lessons.map(({ path }) => path));
    const found = checkCourse(course, tools, {
      isChosen: ({ path }) => paths.has(path),
      needsSamples: choice.needsSamples,
      dictionary,
      findMissingIncludes,
    });
    for await (const each of found) {
      checked.push(each);
      for (const error of each.errors) say(streams, `${formatAuthorError(error)}\n`);
      for (const remark of each.remarks) say(streams, `${formatRemark(remark)}\n`);
    }
  }
  await endLessonPages();
  const print = (text: string) => streams.output(new TextEncoder().encode(text));
  const errors = checked.reduce((sum, each) => sum + each.errors.length, 0);
  const remarks = checked.reduce((sum, each) => sum + each.remarks.length, 0);
  const remarked = remarks > 0 ? `, ${counted(remarks, 'remark')}` : '';
  const samples = checked.reduce((sum, each) => sum + each.samples, 0);
  const translations = checked.reduce((sum, each) => sum + each.translations, 0);
  const unspelt = translations > 0 ? `${counted(translations, 'translation')} (spelling not checked), ` : '';
  if (choice.isJson) print(`${JSON.stringify({ version: 1, lessons: checked }, null, 2)}\n`);
  else
    print(
      `${counted(checked.length, 'lesson')}, ${unspelt}${counted(samples, 'sample solution')}, ${counted(errors, 'error')}${remarked}\n`,
    );
  return errors === 0 ? 0 : 1;
}
