import { existsSync } from 'node:fs';
import type { CompileSettings, Diagnostic, SourceFile } from '../../playground/compiler/compilation.ts';
import type { NodeCompiler } from '../../playground/compiler/node-compiler.ts';
import type { LessonFile } from '../../playground/lesson/program.ts';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import type { FileOrigin } from '../build/blocks/program.ts';
import type { FilesBeside } from '../build/files-beside.ts';
import { findBlocks } from '../build/find-blocks.ts';
import { compilerFingerprint } from '../build/fingerprints.ts';
import { splitFrontMatter } from '../build/front-matter.ts';
import { createKeep } from '../build/keep.ts';
import { parseMarkdown } from '../build/markdown.ts';
import type { Sample } from './read-samples.ts';

/** What a program lacks that compiles only because a precompiled header has more than it includes. */
export type FindMissingIncludes = (
  files: readonly SourceFile[],
  settings: CompileSettings,
) => Promise<readonly Diagnostic[]>;

/** Looks once at the same files by the same compiler; results are kept in `cacheFolder`. */
export function createFindMissingIncludes(
  cacheFolder: string,
  compiler: Pick<NodeCompiler, 'findMissingIncludes'>,
): FindMissingIncludes {
  const keep = createKeep(cacheFolder, compilerFingerprint);
  return (files, { standard, ...settings }) =>
    keep(['includes', files, standard], () => compiler.findMissingIncludes(files, { ...settings, standard }));
}

/** A program of a lesson, and where its files are. */
interface Placed {
  readonly id: string;
  readonly files: readonly LessonFile[];
  readonly settings: CompileSettings;
  readonly placeOf: (path: string) => FileOrigin;
}

/**
 * The includes that are missing in the programs, starters and solutions of a lesson without other errors. `file` is how errors call it.
 */
export async function missingIncludes(
  source: string,
  folder: FilesBeside,
  file: string,
  find: FindMissingIncludes,
): Promise<readonly AuthorError[]> {
  const errors = new ErrorList(file);
  const { programs, exercises } = findBlocks(
    parseMarkdown(splitFrontMatter(source)?.markdown ?? '', errors).children,
    folder,
    errors,
  );
  const within = (origins: ReadonlyMap<string, FileOrigin>) => (path: string) =>
    origins.get(path) ?? { file, firstLine: 1 };
  return inPrograms(
    [
      ...[...programs.values()]
        .filter(({ ends }) => ends !== 'does-not-compile')
        .map((each) => ({ ...each.source, placeOf: within(each.origins) })),
      ...[...exercises.values()].flatMap(({ starter, solution, origins }) => [
        { ...starter, placeOf: within(origins.starter) },
        { ...solution, placeOf: within(origins.solution) },
      ]),
    ],
    find,
  );
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

async function inPrograms(programs: readonly Placed[], find: FindMissingIncludes): Promise<readonly AuthorError[]> {
  const found = new Map<string, AuthorError>();
  for (const { id, files, settings, placeOf } of programs) {
    for (const { path, line, column, message } of causes(await find(files, settings))) {
      const { file, firstLine } = placeOf(path);
      const where = { file, line: line + firstLine - 1, column };
      const words = `\`${id}\`: ${message}; without it the page cannot compile this`;
      // What a starter lacks its solution may take over.
      found.set(`${file}:${where.line}:${column}`, { ...where, message: words });
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
