import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  type CompileSettings,
  type Diagnostic,
  defaultSettings,
  type SourceFile,
} from '../../playground/compiler/compilation.ts';
import type { NodeCompiler } from '../../playground/compiler/node-compiler.ts';
import type { LessonFile } from '../../playground/lesson/program.ts';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import type { FileOrigin } from '../build/blocks/program.ts';
import { numbered } from '../build/course-folders.ts';
import type { FilesBeside } from '../build/files-beside.ts';
import { filesOnDisk } from '../build/files-on-disk.ts';
import { findBlocks } from '../build/find-blocks.ts';
import { compilerFingerprint } from '../build/fingerprints.ts';
import { splitFrontMatter } from '../build/front-matter.ts';
import { createKeep } from '../build/keep.ts';
import { parseMarkdown } from '../build/markdown.ts';
import { mergeTranslation } from '../build/merge-translation.ts';
import type { Sample } from './read-samples.ts';

/** What a program lacks that compiles only because a precompiled header has more than it includes. */
export type FindMissingIncludes = (
  files: readonly SourceFile[],
  settings: CompileSettings,
) => Promise<readonly Diagnostic[]>;

/** Looks once at the same files by the same compiler, also where it is asked again before it knows; results are kept in `cacheFolder`. */
export function createFindMissingIncludes(
  cacheFolder: string,
  compiler: Pick<NodeCompiler, 'findMissingIncludes'>,
): FindMissingIncludes {
  const keep = createKeep(cacheFolder, compilerFingerprint);
  const looking = new Map<string, Promise<readonly Diagnostic[]>>();
  return (files, { standard, ...settings }) => {
    const key = JSON.stringify([files, standard]);
    const found =
      looking.get(key) ??
      keep(['includes', files, standard], () => compiler.findMissingIncludes(files, { ...settings, standard }));
    looking.set(key, found);
    return found;
  };
}

/** A program of a lesson, and where its files are. */
interface Placed {
  readonly id: string;
  readonly files: readonly LessonFile[];
  readonly settings: CompileSettings;
  readonly placeOf: (path: string) => FileOrigin;
}

/**
 * The includes that are missing in the programs, starters and solutions of a lesson, or of the translation of one, whose text `original`
 * is then. `file` is how errors call it; programs that `known` errors are about are left out.
 */
export async function missingIncludes(
  { source, original, file, known }: LessonToSearch,
  folder: FilesBeside,
  find: FindMissingIncludes,
): Promise<readonly AuthorError[]> {
  const errors = new ErrorList(file);
  const parse = (text: string) => parseMarkdown(splitFrontMatter(text)?.markdown ?? '', errors);
  const base = original === undefined ? null : parse(original);
  const tree = base ? mergeTranslation(parse(source), base, errors) : parse(source);
  const { programs, exercises } = findBlocks(tree.children, folder, errors);
  const within = (origins: ReadonlyMap<string, FileOrigin>) => (path: string) =>
    origins.get(path) ?? { file, firstLine: 1 };
  const all: readonly Placed[] = [
    ...[...programs.values()]
      .filter(({ ends }) => ends !== 'does-not-compile')
      .map(({ source, origins }) => ({ ...source, placeOf: within(origins) })),
    ...[...exercises.values()].flatMap(({ starter, solution, origins }) => [
      { ...starter, placeOf: within(origins.starter) },
      { ...solution, placeOf: within(origins.solution) },
    ]),
  ];
  const taken = base ? filesIn(findBlocks(base.children, folder, errors)) : new Set();
  const own = all.filter(({ files }) => !taken.has(JSON.stringify(files)));
  return inPrograms(own, find, known);
}

/** The files of every program in a text, as JSON: what a translation takes over is told of its original. */
function filesIn({ programs, exercises }: ReturnType<typeof findBlocks>): ReadonlySet<string> {
  const sources = [
    ...[...programs.values()].map(({ source }) => source),
    ...[...exercises.values()].flatMap(({ starter, solution }) => [starter, solution]),
  ];
  return new Set(sources.map(({ files }) => JSON.stringify(files)));
}

/** A lesson's text, and what is known to be wrong with it. */
export interface LessonToSearch {
  readonly source: string;
  readonly original?: string;
  readonly file: string;
  readonly known: readonly AuthorError[];
}

/** The same in the right ones of an exercise's sample solutions. */
export function missingInSamples(
  samples: readonly Sample[],
  find: FindMissingIncludes,
): Promise<readonly AuthorError[]> {
  const right = samples.filter(({ fails }) => fails === null);
  return inPrograms(
    right.map(({ file, program }) => ({
      ...program,
      placeOf(path) {
        const beside = file.replace(/[^/]*$/, path);
        return { file: existsSync(beside) ? beside : file, firstLine: 1 };
      },
    })),
    find,
  );
}

/** The same in the programs with a bug that lie in a folder of `bugs/`, and in what mends them. */
export async function missingInBugs(
  directory: string,
  nameOf: (path: string) => string,
  find: FindMissingIncludes,
): Promise<readonly AuthorError[]> {
  const programs = numbered(directory).flatMap(({ path, slug }) => {
    const beside = filesOnDisk(path);
    const [files, fixed] = ['.', 'fixed'].map((folder) => sourcesIn(beside.filesIn(folder)));
    const isFixed = (name: string) => fixed?.some((each) => each.path === name);
    const kept = (files ?? []).filter((each) => !isFixed(each.path));
    const place = (name: string) => ({ file: nameOf(join(path, name)), firstLine: 1 });
    return [
      { id: slug, files: files ?? [], settings: defaultSettings, placeOf: place },
      {
        id: `${slug}-fixed`,
        files: [...kept, ...(fixed ?? [])],
        settings: defaultSettings,
        placeOf: (name: string) => place(isFixed(name) ? `fixed/${name}` : name),
      },
    ];
  });
  return inPrograms(programs, find);
}

const sourcesIn = (found: ReturnType<FilesBeside['filesIn']>): readonly LessonFile[] =>
  typeof found === 'string' ? [] : found.filter(({ path }) => /\.(c|cpp|h|hpp)$/.test(path));

async function inPrograms(
  programs: readonly Placed[],
  find: FindMissingIncludes,
  known: readonly AuthorError[] = [],
): Promise<readonly AuthorError[]> {
  const found = new Map<string, AuthorError>();
  for (const { id, files, settings, placeOf } of programs) {
    const place = ({ path, line, column }: Diagnostic) => {
      const { file, firstLine } = placeOf(path);
      return { file, line: line + firstLine - 1, column };
    };
    const diagnostics = await find(files, settings);
    // It does not compile in any case: what follows from that is not told twice.
    const isKnown = (one: AuthorError) =>
      diagnostics.map(place).some(({ file, line }) => file === one.file && line === one.line);
    if (known.some(isKnown)) continue;
    for (const diagnostic of causes(diagnostics)) {
      const where = place(diagnostic);
      const { file, line, column } = where;
      const { message } = diagnostic;
      const words = `\`${id}\`: ${message}; without it the page cannot compile this`;
      // What a starter lacks its solution may take over.
      found.set(`${file}:${line}:${column}`, { ...where, message: words });
    }
  }
  return [...found.values()];
}

/** One error for each header that is missing; where no header is known, the first of all, as others follow from it. */
function causes(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byHeader = new Map<string, Diagnostic>();
  for (const each of diagnostics) {
    const header = /add `(#include <.*?>)`/.exec(each.message)?.[1];
    if (header && !byHeader.has(each.path + header)) byHeader.set(each.path + header, each);
  }
  if (byHeader.size > 0) return [...byHeader.values()];
  return diagnostics
    .slice(0, 1)
    .map((each) => ({ ...each, message: `${each.message}; add the \`#include\` of the header that declares it` }));
}
