import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { partSchema } from '../../playground/lesson/front-matter.ts';
import type { CompiledLesson, Course, CoursePart, LessonSummary } from '../../playground/lesson/lesson.ts';
import { type AuthorError, ErrorList, LessonBuildError } from './author-errors.ts';
import { compileLesson, type LessonBody } from './compile-lesson.ts';
import { findCourse, type LessonFolder, type PartFolder } from './course-folders.ts';
import { readYaml } from './front-matter.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import { suggest } from './nearest.ts';

/** A picture of a lesson: where it is, and where its page expects it. */
export interface Picture {
  readonly source: string;
  readonly address: string;
}

export interface CompiledCourse {
  readonly course: Course;
  readonly lessons: readonly CompiledLesson[];
  readonly pictures: readonly Picture[];
}

/** Compiles every lesson below a folder. Throws a {@link LessonBuildError} with all errors of all lessons. */
export async function compileCourse(directory: string, tools: LessonTools): Promise<CompiledCourse> {
  const errors: AuthorError[] = [];
  const nameOf = (path: string): string => relative(process.cwd(), path);
  const compiled: { folder: LessonFolder; file: string; lesson: CompiledLesson; body: LessonBody }[] = [];
  const parts: CoursePart[] = [];
  const found = findCourse(directory);
  for (const { path, message } of found.problems) errors.push({ file: nameOf(path), line: 1, column: 1, message });
  for (const part of found.parts) {
    const partErrors = new ErrorList(nameOf(join(part.path, 'part.yaml')));
    const { title, summary } = readPart(part, partErrors);
    errors.push(...partErrors.errors);
    const summaries: LessonSummary[] = [];
    for (const folder of part.lessons) {
      const path = join(folder.path, 'lesson.md');
      const file = nameOf(path);
      const twin = compiled.find((each) => each.folder.slug === folder.slug);
      if (twin)
        errors.push({ file, line: 1, column: 1, message: `the slug \`${folder.slug}\` is taken by ${twin.file}` });
      const body = await collect(errors, () =>
        compileLesson(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''), path, file, tools),
      );
      if (!body) continue;
      const lesson = toLesson(folder, { number: part.number, title }, body);
      compiled.push({ folder, file, lesson, body });
      summaries.push(summarise(lesson));
    }
    parts.push({ number: part.number, title, summary, lessons: summaries });
  }
  for (const { file, body } of compiled) errors.push(...brokenLinks(file, body, compiled));
  if (errors.length > 0) throw new LessonBuildError(errors);
  const pictures = compiled.flatMap(({ folder, body }) =>
    body.pictures.map((name) => ({ source: join(folder.path, name), address: `lessons/${folder.slug}/${name}` })),
  );
  return { course: { parts }, lessons: compiled.map(({ lesson }) => lesson), pictures };
}

function readPart(part: PartFolder, errors: ErrorList): { title: string; summary: string } {
  const path = join(part.path, 'part.yaml');
  const words = part.slug.replaceAll('-', ' ');
  const derived = { title: words.charAt(0).toUpperCase() + words.slice(1), summary: '' };
  return existsSync(path) ? (readYaml(readFileSync(path, 'utf8'), partSchema, errors, 1) ?? derived) : derived;
}

async function collect(errors: AuthorError[], compile: () => Promise<LessonBody>): Promise<LessonBody | null> {
  try {
    return await compile();
  } catch (error) {
    if (!(error instanceof LessonBuildError)) throw error;
    errors.push(...error.errors);
    return null;
  }
}

function toLesson(folder: LessonFolder, part: { number: number; title: string }, body: LessonBody): CompiledLesson {
  const { frontMatter, headings, blocks, programs } = body;
  return { slug: folder.slug, number: folder.number, part, frontMatter, headings, blocks, programs };
}

function summarise(lesson: CompiledLesson): LessonSummary {
  const { title, summary, level, minutes, goals } = lesson.frontMatter;
  const questions = lesson.blocks.flatMap((block) =>
    block.kind === 'quiz' ? block.quiz.questions.map((question) => question.id) : [],
  );
  const exercises = lesson.blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.id] : []));
  return { slug: lesson.slug, number: lesson.number, title, summary, level, minutes, goals, questions, exercises };
}

function brokenLinks(
  file: string,
  body: LessonBody,
  all: readonly { readonly folder: LessonFolder; readonly body: LessonBody }[],
): readonly AuthorError[] {
  return body.links.flatMap(({ slug, fragment, line, column }) => {
    const target = slug === null ? body : all.find((each) => each.folder.slug === slug)?.body;
    if (!target) {
      const slugs = all.map((each) => each.folder.slug);
      return [{ file, line, column, message: `there is no lesson \`${slug}\`; ${suggest(slug ?? '', slugs)}` }];
    }
    if (fragment === null || target.ids.has(fragment)) return [];
    const message = `nothing there has the id \`${fragment}\`; ${suggest(fragment, [...target.ids])}`;
    return [{ file, line, column, message }];
  });
}
