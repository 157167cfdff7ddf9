import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { LessonChoice } from '../../playground/command-line/lesson-choice.ts';
import { type Streams, say } from '../../playground/command-line/streams.ts';
import { checkout } from '../build/checkout.ts';
import { findCourse } from '../build/course-folders.ts';

/** `pagewise lesson new`: copies the template into a part of a course. Resolves to the exit status. */
export async function newLesson(choice: Extract<LessonChoice, { kind: 'new' }>, streams: Streams): Promise<number> {
  const directory = resolve(choice.course ?? join(checkout(), 'lessons'));
  if (!existsSync(directory)) {
    say(streams, `pagewise: there is no folder ${choice.course ?? directory}\n`);
    return 2;
  }
  const { parts } = findCourse(directory);
  const lessons = parts.flatMap((part) => part.lessons);
  const part = choice.part === null ? parts.at(-1) : parts.find(({ number }) => number === choice.part);
  const twin = lessons.find(({ slug }) => slug === choice.slug);
  if (!part || twin) {
    const numbers = parts.map(({ number }) => number).join(', ');
    const wrong = twin
      ? `the slug ${choice.slug} is taken by ${relative(process.cwd(), twin.path)}`
      : parts.length === 0
        ? `${directory} has no parts; make a folder such as 01-part in it`
        : `${directory} has no part ${choice.part}; there ${parts.length === 1 ? 'is' : 'are'} ${numbers}`;
    say(streams, `pagewise: ${wrong}\n`);
    return 2;
  }
  const taken = new Set(lessons.map(({ number }) => number));
  let number = (part.lessons.at(-1)?.number ?? 0) + 1;
  while (taken.has(number)) number++;
  const folder = join(part.path, `${String(number).padStart(2, '0')}-${choice.slug}`);
  cpSync(join(checkout(), 'site/template'), folder, { recursive: true });
  const path = join(folder, 'lesson.md');
  const words = choice.slug.replaceAll('-', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/^title: .*$/m, () => `title: ${JSON.stringify(title)}`),
  );
  streams.output(new TextEncoder().encode(`${relative(process.cwd(), path)}\n`));
  return 0;
}
