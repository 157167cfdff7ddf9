import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type FrontMatter, frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import { brokenLinks } from '../build/broken-links.ts';
import { collect, glossaryOf, readPart } from '../build/compile-course.ts';
import { compileFolder, type KeepingTools } from '../build/compile-folder.ts';
import type { LessonBody } from '../build/compile-lesson.ts';
import { conflictIn } from '../build/conflict-markers.ts';
import { findCourse, type LessonFolder } from '../build/course-folders.ts';
import { filesOnDisk } from '../build/files-on-disk.ts';
import { findBlocks } from '../build/find-blocks.ts';
import { readYaml, splitFrontMatter } from '../build/front-matter.ts';
import { nameHeadings } from '../build/heading-ids.ts';
import type { Keep } from '../build/keep.ts';
import type { ExerciseToProve } from '../build/lesson-build-tools.ts';
import { wrongNeeds } from '../build/lesson-needs.ts';
import { parseMarkdown } from '../build/markdown.ts';
import type { Decide } from '../build/prove-exercise.ts';
import { translationsBeside } from '../build/translations-beside.ts';
import { readLessonText, withoutCode } from '../build/writing/lesson-text.ts';
import { checkBugs } from './check-bugs.ts';
import { checkClaims, type LessonNames, sourcesOf } from './check-claims.ts';
import { checkWriting, checkYaml } from './check-writing.ts';
import { askAgain, type Dictionary } from './dictionary.ts';
import { type FindMissingIncludes, missingInBugs, missingIncludes, missingInSamples } from './missing-includes.ts';
import { missingSamples, proveSamples } from './prove-samples.ts';
import { readSamples, strayFolders } from './read-samples.ts';
import { unusedFiles } from './unused-files.ts';

/** What a check found in one lesson. */
export interface CheckedLesson {
  /** Its `lesson.md`, as errors call it. */
  readonly file: string;
  readonly exercises: number;
  /** How many translations it has. Their spelling is not checked. */
  readonly translations: number;
  /** Sample solutions beside its exercises. */
  readonly samples: number;
  readonly errors: readonly AuthorError[];
  /** What an author should know, and what stops nothing: warnings of the compiler. */
  readonly remarks: readonly AuthorError[];
}

export interface CheckChoice {
  /** Which lessons of the course are checked. */
  readonly isChosen: (folder: LessonFolder) => boolean;
  readonly needsSamples: boolean;
  readonly dictionary: Dictionary;
  readonly findMissingIncludes: FindMissingIncludes;
}

const nameOf = (path: string): string => relative(process.cwd(), path);

/** Checks lessons of a course, one after the other. Errors of the course itself come with its first lesson. */
export async function* checkCourse(
  directory: string,
  given: KeepingTools & { readonly decide: Decide },
  { isChosen, needsSamples, dictionary, findMissingIncludes }: CheckChoice,
): AsyncGenerator<CheckedLesson> {
  const course = findCourse(directory);
  const folders = course.parts.flatMap(({ lessons }) => lessons);
  const ids = new Map<string, ReadonlySet<string>>();
  const lessons = new Map<string, LessonNames>();
  for (const { slug, path } of folders) {
    const file = join(path, 'lesson.md');
    const source = textOf(file);
    const names = await given.keep(['names', withoutCode(source)], async () => namesOf(source, path));
    ids.set(slug, names.ids);
    lessons.set(file, names);
  }
  const claims = join(directory, '../docs/claims.md');
  const bugs = join(directory, '../bugs');
  const glossary = glossaryOf(directory);
  const tools = { ...given, ...glossary.tools };
  const named = [join(directory, 'glossary.yaml'), ...course.parts.map((part) => join(part.path, 'part.yaml'))];
  const misspelt = await Promise.all(
    named
      .filter((path) => existsSync(path) && isText(textOf(path)))
      .map((path) => {
        const check = (asked: Dictionary) => checkYaml(textOf(path), nameOf(path), asked);
        return askAgain(given.keep, [textOf(path)], dictionary, check);
      }),
  );
  const yaml = readdirSync(directory).filter((name) => name.endsWith('.yaml'));
  const ofCourse = new Set([...named, claims, ...yaml.map((name) => join(directory, name))]);
  let problems: readonly AuthorError[] = [
    ...[...ofCourse].filter(existsSync).flatMap((path) => conflictIn(textOf(path), nameOf(path)) ?? []),
    ...misspelt.flat(),
    ...course.problems.map(({ path, message }) => ({ file: nameOf(path), line: 1, column: 1, message })),
    ...course.parts.flatMap((part) => readPart(part).errors),
    ...glossary.errors,
    ...glossary.lost([...ids.keys()]),
    ...(existsSync(bugs) ? await checkBugs(bugs, given) : []),
    ...(existsSync(bugs) ? await missingInBugs(bugs, nameOf, findMissingIncludes) : []),
    ...(existsSync(claims) ? await claimsOf(claims, lessons, given.keep) : []),
  ];
  for (const folder of folders.filter(isChosen)) {
    const path = join(folder.path, 'lesson.md');
    const errors: AuthorError[] = [...problems];
    problems = [];
    const source = textOf(path);
    const texts = [path, ...translationsBeside(folder.path, 'lesson.md').map((each) => each.path)];
    const searched = texts.map((each) => ({
      source: textOf(each),
      ...(each !== path && { original: source }),
      file: nameOf(each),
    }));
    // Begun now, and asked again below: it goes on beside the programs.
    for (const text of searched)
      begin(missingIncludes({ ...text, known: [] }, filesOnDisk(folder.path), findMissingIncludes));
    const {
      body,
      translations = new Map<string, LessonBody>(),
      exercises = [],
    } = (await collect(errors, () => compileFolder(folder.path, nameOf(path), withSamples(folder, tools)))) ?? {};
    if (body) errors.push(...brokenLinks(nameOf(path), body, ids));
    for (const [language, translated] of translations)
      errors.push(...brokenLinks(nameOf(path).replace(/md$/, `${language}.md`), translated, ids));
    if (body) {
      const pictures = [body, ...translations.values()].flatMap((each) => each.pictures);
      errors.push(...unusedFiles(folder.path, nameOf(folder.path), texts.map(textOf), new Set(pictures)));
    }
    const frontMatter = body?.frontMatter ?? (isText(source) ? frontMatterOf(source) : null);
    if (frontMatter) {
      errors.push(...wrongNeeds(nameOf(path), source, folder.slug, frontMatter, [...ids.keys()], glossary.terms));
      const parts = [withoutCode(source), frontMatter, nameOf(path), dictionary.terms];
      const found = tools.keep(['writing', parts], async () => {
        const text = readLessonText(source);
        const words = text.words.map((word) => word.text);
        const check = (asked: Dictionary) => checkWriting(text, frontMatter, nameOf(path), asked);
        return askAgain(tools.keep, words, dictionary, check);
      });
      errors.push(...(await found));
    }
    for (const text of searched)
      errors.push(
        ...(await missingIncludes({ ...text, known: errors }, filesOnDisk(folder.path), findMissingIncludes)),
      );
    const samples = body
      ? await checkSamples(folder, body, exercises, { ...tools, findMissingIncludes }, needsSamples, errors)
      : 0;
    yield {
      file: nameOf(path),
      translations: texts.length - 1,
      exercises: exercises.length,
      samples,
      errors,
      remarks: body?.remarks ?? [],
    };
  }
}

/** Tools that begin to prove an exercise and its samples before all else: they are compiled, and wait for the test browser, beside the lesson's own programs. */
function withSamples<Tools extends KeepingTools & { readonly decide: Decide }>(
  folder: LessonFolder,
  tools: Tools,
): Tools {
  return {
    ...tools,
    foresee(exercise) {
      begin(tools.runner.run(exercise.starter));
      begin(tools.proveExercise(exercise));
      begin(proveSamples(exercise, readSamples(folder.path, '', exercise).samples, tools.decide));
    },
  };
}

async function checkSamples(
  folder: LessonFolder,
  body: LessonBody,
  exercises: readonly ExerciseToProve[],
  tools: { readonly decide: Decide; readonly findMissingIncludes: FindMissingIncludes },
  needsSamples: boolean,
  errors: AuthorError[],
): Promise<number> {
  const name = nameOf(folder.path);
  const lines = textOf(join(folder.path, 'lesson.md')).split('\n');
  errors.push(
    ...strayFolders(
      folder.path,
      name,
      body.blocks.flatMap((block) => (block.kind === 'exercise' ? [block.exercise.id] : [])),
    ),
  );
  let count = 0;
  for (const exercise of exercises) {
    const { samples, problems } = readSamples(folder.path, name, exercise);
    begin(missingInSamples(samples, tools.findMissingIncludes));
    errors.push(...problems, ...(await proveSamples(exercise, samples, tools.decide)));
    errors.push(...(await missingInSamples(samples, tools.findMissingIncludes)));
    const missing = needsSamples ? missingSamples(samples) : null;
    const { id } = exercise.starter;
    const line = lines.findIndex((text) => /^:+exercise/.test(text) && text.includes(`#${id}`)) + 1;
    if (missing) errors.push({ file: `${name}/lesson.md`, line, column: 1, message: `exercise \`${id}\`: ${missing}` });
    count += samples.length;
  }
  return count;
}

/** What is wrong with the table of claims, as it was found of the same table and the same ids. */
async function claimsOf(
  path: string,
  lessons: ReadonlyMap<string, LessonNames>,
  keep: Keep,
): Promise<readonly AuthorError[]> {
  const source = textOf(path);
  const named = [...lessons].map(([file, { ids, programs, sources }]) => [
    file,
    [...ids],
    [...programs],
    [...sources].map(([id, urls]) => [id, [...urls]]),
  ]);
  const file = { path, name: nameOf(path) };
  return keep(['claims', file, source, named], async () => checkClaims(source, file, lessons));
}

/** Whoever asks for it again hears what is wrong. */
const begin = (search: Promise<unknown>): void => void search.catch(() => undefined);

const textOf = (path: string): string => readFileSync(path, 'utf8').replace(/^\uFEFF/, '');

/** Whether it was UTF-8: what was not is told by those who read it, and not spelt as well. */
const isText = (text: string): boolean => !text.includes('\ufffd');

/** Null where it cannot be read, which the lesson build tells. */
const frontMatterOf = (source: string): FrontMatter | null =>
  readYaml(splitFrontMatter(source)?.yaml ?? '', frontMatterSchema, new ErrorList(''), 1);

/** What others may point to in a lesson, found without running anything. */
function namesOf(source: string, folder: string): LessonNames {
  const errors = new ErrorList('');
  const tree = parseMarkdown(splitFrontMatter(source)?.markdown ?? '', errors);
  const { ids, programs, exercises } = findBlocks(tree.children, filesOnDisk(folder), errors);
  nameHeadings(tree, ids);
  const exercised = [...exercises.values()].map(({ starter }) => starter.id);
  return { ids, programs: new Set([...programs.keys(), ...exercised]), sources: sourcesOf(tree) };
}
