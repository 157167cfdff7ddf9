import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type PartFrontMatter, partSchema } from '../../playground/lesson/front-matter.ts';
import type { GlossaryTerm } from '../../playground/lesson/glossary.ts';
import {
  type CompiledLesson,
  type Course,
  type CoursePart,
  type LessonSummary,
  originalLanguage,
} from '../../playground/lesson/lesson.ts';
import type { SearchEntry } from '../../playground/lesson/search-entry.ts';
import { type AuthorError, ErrorList, LessonBuildError } from './author-errors.ts';
import { brokenLinks } from './broken-links.ts';
import { compileFolder, type KeepingTools } from './compile-folder.ts';
import type { LessonBody } from './compile-lesson.ts';
import { findCourse, type LessonFolder, type PartFolder } from './course-folders.ts';
import { readCourseText } from './course-text.ts';
import { readYaml } from './front-matter.ts';
import { lostLessons, readGlossary } from './glossary.ts';
import { wrongNeeds } from './lesson-needs.ts';
import { searchEntries } from './search-index.ts';
import { translateGlossary } from './translate-glossary.ts';
import { translationsBeside } from './translations-beside.ts';

/** A picture of a lesson: where it is, and where its page expects it. */
export interface Picture {
  readonly source: string;
  readonly address: string;
}

export interface CompiledCourse {
  readonly course: Course;
  readonly lessons: readonly CompiledLesson[];
  /** By language; the original's is complete, and the others fall back to it. */
  readonly glossaries: Readonly<Record<string, readonly GlossaryTerm[]>>;
  /** What search finds, by language. */
  readonly search: Readonly<Record<string, readonly SearchEntry[]>>;
  readonly pictures: readonly Picture[];
}

const nameOf = (path: string): string => relative(process.cwd(), path);

/** Compiles every lesson below a folder. Throws a {@link LessonBuildError} with all errors of all lessons. */
export async function compileCourse(directory: string, given: KeepingTools): Promise<CompiledCourse> {
  const errors: AuthorError[] = [];
  const compiled: { folder: LessonFolder; file: string; lesson: CompiledLesson; body: LessonBody }[] = [];
  const translated: { file: string; lesson: CompiledLesson; body: LessonBody }[] = [];
  const parts: CoursePart[] = [];
  const found = findCourse(directory);
  const glossary = glossaryOf(directory);
  errors.push(...glossary.errors);
  const tools = { ...given, ...glossary.tools };
  for (const { path, message } of found.problems) errors.push({ file: nameOf(path), line: 1, column: 1, message });
  for (const part of found.parts) {
    const { title, summary, translations: named, errors: partErrors } = readPart(part);
    errors.push(...partErrors);
    const summaries: LessonSummary[] = [];
    for (const folder of part.lessons) {
      const path = join(folder.path, 'lesson.md');
      const file = nameOf(path);
      const found = await collect(errors, () => compileFolder(folder.path, file, tools));
      if (!found) continue;
      const { body, translations } = found;
      const languages = [originalLanguage, ...translations.keys()];
      const place = { number: part.number, title };
      const lesson = toLesson(folder, place, body, originalLanguage, languages);
      for (const [language, own] of translations) {
        const lesson = toLesson(folder, place, own, language, languages);
        translated.push({ file: file.replace(/md$/, `${language}.md`), lesson, body: own });
      }
      compiled.push({ folder, file, lesson, body });
      summaries.push(summarise(lesson, body, translations));
    }
    parts.push({ number: part.number, title, summary, translations: named, lessons: summaries });
  }
  const slugs = found.parts.flatMap(({ lessons }) => lessons.map(({ slug }) => slug));
  for (const { file, folder, body } of compiled) {
    const source = readFileSync(join(folder.path, 'lesson.md'), 'utf8');
    errors.push(...wrongNeeds(file, source, folder.slug, body.frontMatter, slugs, glossary.terms));
  }
  // A lesson with errors of its own is there all the same: what leads to it is not wrong as well.
  const ids = new Map<string, LessonBody['ids'] | null>(slugs.map((slug) => [slug, null]));
  for (const { folder, body } of compiled) ids.set(folder.slug, body.ids);
  for (const { file, body } of [...compiled, ...translated]) errors.push(...brokenLinks(file, body, ids));
  errors.push(...glossary.lost(slugs));
  if (errors.length > 0) throw new LessonBuildError(errors);
  const languages = new Set([originalLanguage, ...translated.map(({ lesson }) => lesson.language)]);
  const glossaries = Object.fromEntries(
    [...languages].map((language) => [language, glossary.tools.glossaries[language] ?? glossary.terms]),
  );
  const search = Object.fromEntries(
    Object.entries(glossaries).map(([language, terms]) => {
      const own = compiled.map(
        (original) =>
          translated.find(({ lesson }) => lesson.slug === original.lesson.slug && lesson.language === language) ??
          original,
      );
      return [language, searchEntries(own, terms, language)];
    }),
  );
  const pictures = compiled.flatMap(({ folder, body }) =>
    body.pictures.map((name) => ({ source: join(folder.path, name), address: `lessons/${folder.slug}/${name}` })),
  );
  return {
    course: { parts },
    lessons: [...compiled, ...translated].map(({ lesson }) => lesson),
    glossaries,
    search,
    pictures,
  };
}

/** The glossary of a course, with what is wrong with it; an empty one where there is no `glossary.yaml`. */
export function glossaryOf(directory: string) {
  const path = join(directory, 'glossary.yaml');
  const errors = new ErrorList(nameOf(path));
  const yaml = existsSync(path) ? readCourseText(path, errors) : 'terms: []';
  const terms = readGlossary(yaml, errors);
  const lost = (slugs: readonly string[]) => lostLessons(yaml, errors.file, terms, slugs);
  const translations: Record<string, readonly GlossaryTerm[]> = {};
  const wrong = [...errors.errors];
  let isUnread = wrong.length > 0 && terms.length === 0;
  for (const { language, path } of translationsBeside(directory, 'glossary.yaml')) {
    const list = new ErrorList(nameOf(path));
    const translated = translateGlossary(terms, language, readCourseText(path, list), list);
    if (list.errors.length > 0 && translated.every((term) => terms.includes(term))) isUnread = true;
    translations[language] = translated;
    wrong.push(...list.errors);
  }
  // What a glossary that cannot be read would say of a term is not known.
  const tools = { glossary: terms, glossaries: translations, ...(isUnread && { unknownTerms: 'unsaid' as const }) };
  return { terms, tools, errors: wrong, lost };
}

/** A part's title and summary, from `part.yaml` or its folder's name, with what is wrong with them. */
export function readPart(
  part: PartFolder,
): PartFrontMatter & { translations: Record<string, PartFrontMatter>; errors: readonly AuthorError[] } {
  const path = join(part.path, 'part.yaml');
  const errors = new ErrorList(nameOf(path));
  const words = part.slug.replaceAll('-', ' ');
  const derived = { title: words.charAt(0).toUpperCase() + words.slice(1), summary: '' };
  const read = existsSync(path) ? readYaml(readCourseText(path, errors), partSchema, errors, 1) : null;
  const wrong = [...errors.errors];
  const translations: Record<string, PartFrontMatter> = {};
  for (const { language, path } of translationsBeside(part.path, 'part.yaml')) {
    const list = new ErrorList(nameOf(path));
    const own = readYaml(readCourseText(path, list), partSchema, list, 1);
    if (own) translations[language] = own;
    wrong.push(...list.errors);
  }
  return { ...(read ?? derived), translations, errors: wrong };
}

/** Compiles, and puts what is wrong into `errors`: then null. */
export async function collect<Made>(errors: AuthorError[], compile: () => Promise<Made>): Promise<Made | null> {
  try {
    return await compile();
  } catch (error) {
    if (!(error instanceof LessonBuildError)) throw error;
    errors.push(...error.errors);
    return null;
  }
}

function toLesson(
  folder: LessonFolder,
  part: { number: number; title: string },
  body: LessonBody,
  language: string,
  languages: readonly string[],
): CompiledLesson {
  const { frontMatter, headings, blocks, programs } = body;
  return {
    slug: folder.slug,
    language,
    languages,
    number: folder.number,
    part,
    frontMatter,
    headings,
    blocks,
    programs,
  };
}

function summarise(
  lesson: CompiledLesson,
  body: LessonBody,
  translations: ReadonlyMap<string, LessonBody>,
): LessonSummary {
  const { title, summary, level, minutes, goals, needs, tags } = lesson.frontMatter;
  const questions = lesson.blocks.flatMap((block) =>
    block.kind === 'quiz' ? block.quiz.questions.map((question) => question.id) : [],
  );
  const exercises = lesson.blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.id] : []));
  return {
    slug: lesson.slug,
    number: lesson.number,
    title,
    summary,
    level,
    minutes,
    goals,
    needs,
    tags,
    languages: lesson.languages,
    translations: Object.fromEntries(
      [...translations].map(([language, { frontMatter }]) => [
        language,
        { title: frontMatter.title, summary: frontMatter.summary },
      ]),
    ),
    questions,
    exercises,
    about: Object.fromEntries(body.about),
  };
}
