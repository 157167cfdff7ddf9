import { dirname } from 'node:path';
import { type FrontMatter, frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import type { Heading, LessonBlock } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { ErrorList, LessonBuildError } from './author-errors.ts';
import { compileBlocks, withModule } from './compile-blocks.ts';
import type { ExecutedProgram, ProgramRunner } from './executed-program.ts';
import { type FoundBlocks, findBlocks } from './find-blocks.ts';
import { readYaml, splitFrontMatter } from './front-matter.ts';
import { nameHeadings } from './heading-ids.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import type { LessonScope, PendingLink } from './lesson-scope.ts';
import { parseMarkdown } from './markdown.ts';
import { reportDiagnostics, reportRun } from './report-run.ts';
import { createToHtml } from './to-html.ts';

/** A lesson's text compiled, without its place in the course. */
export interface LessonBody {
  readonly frontMatter: FrontMatter;
  readonly headings: readonly Heading[];
  readonly blocks: readonly LessonBlock[];
  readonly programs: readonly LessonProgram[];
  readonly links: readonly PendingLink[];
  readonly ids: ReadonlySet<string>;
  /** Files beside the lesson that its page shows. */
  readonly pictures: readonly string[];
}

/**
 * Compiles the text of one `lesson.md`. `path` is absolute, `name` is how errors call the file.
 * Throws a {@link LessonBuildError} with everything that is wrong.
 */
export async function compileLesson(
  source: string,
  path: string,
  name: string,
  tools: LessonTools,
): Promise<LessonBody> {
  const errors = new ErrorList(name);
  const parts = splitFrontMatter(source);
  if (!parts) {
    errors.add(1, 1, 'a lesson begins with front matter between two lines `---`');
    throw new LessonBuildError(errors.errors);
  }
  const frontMatter = readYaml(parts.yaml, frontMatterSchema, errors, 2);
  const tree = parseMarkdown(parts.markdown, errors);
  const folder = dirname(path);

  const found = findBlocks(tree.children, folder, errors);
  const headings = nameHeadings(tree, found.ids);
  const runs = await runPrograms(found, tools.runner, errors);
  const scope: LessonScope = {
    errors,
    folder,
    programs: new Map([...found.programs].map(([id, program]) => [id, program.source])),
    runs,
    ids: found.ids,
    links: [],
    pictures: new Map(),
  };
  const toHtml = createToHtml(scope, tools.highlight);
  const blocks = await compileBlocks(tree.children, found, scope, toHtml, tools);
  const programs = [...scope.programs.values()].flatMap((program) => withModule(program, runs.get(program.id), tools));
  if (errors.errors.length > 0 || !frontMatter) throw new LessonBuildError(inOrder(errors));
  return {
    frontMatter,
    headings,
    blocks,
    programs,
    links: scope.links,
    ids: scope.ids,
    pictures: [...scope.pictures.keys()],
  };
}

async function runPrograms(
  found: FoundBlocks,
  runner: ProgramRunner,
  errors: ErrorList,
): Promise<ReadonlyMap<string, ExecutedProgram>> {
  const runs = new Map<string, ExecutedProgram>();
  for (const program of found.programs.values()) {
    const result = await runner.run(program.source);
    if ('state' in result) {
      runs.set(program.source.id, result);
      reportRun(program, result, errors);
    } else reportDiagnostics(program, result, errors);
  }
  for (const { starter, origins } of found.exercises.values()) {
    const result = await runner.run(starter);
    if ('state' in result) runs.set(starter.id, result);
    else reportDiagnostics({ source: starter, origins: origins.starter }, result, errors);
  }
  return runs;
}

const inOrder = (errors: ErrorList) => errors.errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
