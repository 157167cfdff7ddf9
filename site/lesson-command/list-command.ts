import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LessonChoice } from '../../playground/command-line/lesson-choice.ts';
import { type Streams, say } from '../../playground/command-line/streams.ts';
import { frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import { ErrorList, formatAuthorError } from '../build/author-errors.ts';
import type { LessonFolder } from '../build/course-folders.ts';
import { readYaml, splitFrontMatter } from '../build/front-matter.ts';
import { readLessonText } from '../build/writing/lesson-text.ts';
import { estimatedMinutes, outlineOf } from '../build/writing/outline.ts';
import { chooseLessons } from './choose-lessons.ts';

/** `pagewise lesson list`: resolves to the exit status. A lesson whose front matter cannot be read is an error. */
export async function list(choice: Extract<LessonChoice, { kind: 'list' }>, streams: Streams): Promise<number> {
  const chosen = chooseLessons(choice.paths);
  if (typeof chosen === 'string') {
    say(streams, `pagewise: ${chosen}\n`);
    return 2;
  }
  const described = chosen.flatMap(({ lessons }) => lessons).map(describe);
  for (const { errors } of described) for (const error of errors) say(streams, `${formatAuthorError(error)}\n`);
  const lessons = described.flatMap(({ lesson }) => lesson ?? []);
  const text = choice.isJson ? `${JSON.stringify({ version: 1, lessons }, null, 2)}\n` : lessons.map(inWords).join('');
  streams.output(new TextEncoder().encode(text));
  return lessons.length === described.length ? 0 : 1;
}

/** What a lesson holds, counted. */
function describe({ path, number, slug }: LessonFolder) {
  const file = relative(process.cwd(), join(path, 'lesson.md'));
  const errors = new ErrorList(file);
  const { source, tree } = readLessonText(readFileSync(join(path, 'lesson.md'), 'utf8'));
  const parts = splitFrontMatter(source);
  if (!parts) errors.add(1, 1, 'a lesson begins with front matter between two lines `---`');
  const frontMatter = parts && readYaml(parts.yaml, frontMatterSchema, errors, 2);
  if (!frontMatter) return { errors: errors.errors, lesson: null };
  const { title, level, minutes } = frontMatter;
  const outline = outlineOf(tree);
  const estimated = Math.round(estimatedMinutes(outline));
  return {
    errors: errors.errors,
    lesson: { file, number, slug, title, level, minutes, estimatedMinutes: estimated, ...outline },
  };
}

type Described = NonNullable<ReturnType<typeof describe>['lesson']>;

function inWords({ number, title, minutes, words, blocks, questions }: Described): string {
  const counts = (all: Readonly<Record<string, number>>) =>
    Object.entries(all)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ');
  return `${String(number).padStart(3)}  ${title}: ${minutes} minutes, ${words} words\n     ${counts(blocks)}\n     questions: ${counts(questions)}\n`;
}
