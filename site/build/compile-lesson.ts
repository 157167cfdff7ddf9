import type { Root } from 'mdast';
import { type FrontMatter, frontMatterSchema, translationSchema } from '../../playground/lesson/front-matter.ts';
import { type Heading, type LessonBlock, originalLanguage } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import { type AuthorError, ErrorList, LessonBuildError } from './author-errors.ts';
import { readBreakpoints } from './blocks/breakpoints.ts';
import { foreseen } from './blocks/exercise.ts';
import { compileBlocks, withModule } from './compile-blocks.ts';
import type { ExecutedProgram, ProgramRunner } from './executed-program.ts';
import type { FilesBeside } from './files-beside.ts';
import { type FoundBlocks, findBlocks } from './find-blocks.ts';
import { readYaml, splitFrontMatter } from './front-matter.ts';
import { nameHeadings } from './heading-ids.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import { type LessonScope, lookUpRun, type PendingLink } from './lesson-scope.ts';
import { parseMarkdown } from './markdown.ts';
import { mergeTranslation } from './merge-translation.ts';
import { reportDiagnostics, reportRun, reportWarnings } from './report-run.ts';
import { type Section, sectionsOf } from './sections.ts';
import { nameInvisible } from './stray-signs.ts';
import { createToHtml } from './to-html.ts';

/** A lesson's text compiled, without its place in the course. */
export interface LessonBody {
  readonly frontMatter: FrontMatter;
  readonly headings: readonly Heading[];
  readonly sections: readonly Section[];
  readonly blocks: readonly LessonBlock[];
  readonly programs: readonly LessonProgram[];
  readonly links: readonly PendingLink[];
  readonly about: ReadonlyMap<string, string>;
  readonly ids: ReadonlySet<string>;
  /** Files beside the lesson that its page shows. */
  readonly pictures: readonly string[];
  /** What an author should know that stops nothing. */
  readonly remarks: readonly AuthorError[];
}

/**
 * Compiles the text of one `lesson.md`, with what lies in its folder. `name` is how errors call the file.
 * Throws a {@link LessonBuildError} with everything that is wrong.
 */
export async function compileLesson(
  source: string,
  folder: FilesBeside,
  name: string,
  tools: LessonTools,
): Promise<LessonBody> {
  const errors = new ErrorList(name);
  const { yaml, tree } = parse(source, errors);
  return compileTree(readYaml(yaml, frontMatterSchema, errors, 2), tree, folder, errors, tools);
}

/**
 * Compiles a `lesson.LANG.md`, which takes from its original what it leaves out. The original must be without errors; they are reported as
 * those of `compileLesson`.
 */
export async function compileTranslation(
  source: string,
  original: string,
  folder: FilesBeside,
  name: string,
  tools: LessonTools,
): Promise<LessonBody> {
  const errors = new ErrorList(name);
  const { yaml, tree } = parse(source, errors);
  const from = parse(original, new ErrorList('lesson.md'));
  nameHeadings(from.tree, findBlocks(from.tree.children, folder, new ErrorList('lesson.md')).ids);
  const base = readYaml(from.yaml, frontMatterSchema, errors, 2);
  const own = readYaml(yaml, translationSchema, errors, 2);
  if (base && own) compareCounts(base, own, yaml, errors);
  const frontMatter = base && own && { ...base, ...own, asked: own.asked ?? base.asked };
  return compileTree(frontMatter, mergeTranslation(tree, from.tree, errors), folder, errors, tools);
}

/** A translation has as many goals as its original, and as many questions that people ask, if it has any. */
function compareCounts(
  base: FrontMatter,
  own: { readonly goals: readonly unknown[]; readonly asked?: readonly unknown[] | undefined },
  yaml: string,
  errors: ErrorList,
): void {
  const lines = yaml.split('\n');
  for (const key of ['goals', 'asked'] as const) {
    const [wanted, found] = [base[key].length, own[key]?.length ?? base[key].length];
    const line = lines.findIndex((text) => text.startsWith(`${key}:`)) + 2;
    if (wanted !== found) errors.add(line, 1, `\`${key}\`: the original has ${wanted}, this translation ${found}`);
  }
}

function parse(source: string, errors: ErrorList): { readonly yaml: string; readonly tree: Root } {
  const parts = splitFrontMatter(source);
  if (!parts) {
    errors.add(1, 1, 'a lesson begins with front matter between two lines `---`');
    throw new LessonBuildError(errors.errors);
  }
  nameInvisible(parts.yaml, 2, errors);
  return { yaml: parts.yaml, tree: parseMarkdown(parts.markdown, errors) };
}

async function compileTree(
  frontMatter: FrontMatter | null,
  tree: Root,
  folder: FilesBeside,
  errors: ErrorList,
  tools: LessonTools,
): Promise<LessonBody> {
  const found = findBlocks(tree.children, folder, errors);
  const headings = nameHeadings(tree, found.ids, errors);
  for (const exercise of found.exercises.values()) {
    const toProve = foreseen(exercise, tools.parseCheck);
    if (toProve) tools.foresee?.(toProve);
  }
  const remarks = new ErrorList(errors.file);
  const { runs, failed } = await runPrograms(found, tools.runner, errors, remarks);
  const scope: LessonScope = {
    errors,
    language: tools.language ?? originalLanguage,
    folder,
    programs: new Map([...found.programs].map(([id, program]) => [id, program.source])),
    unread: found.unread,
    runs,
    failed,
    ids: found.ids,
    links: [],
    about: new Map(),
    glossary: tools.glossary ?? [],
    unknownTerms: { remarked: remarks, unsaid: new ErrorList(''), told: errors }[tools.unknownTerms ?? 'told'],
    lessonAddress: tools.lessonAddress,
    pictures: new Map(),
  };
  const toHtml = createToHtml(scope, tools.highlight);
  const blocks = await compileBlocks(tree.children, found, scope, toHtml, tools);
  // Only now its values are filled in.
  const sections = sectionsOf(tree);
  const programs: LessonProgram[] = [];
  for (const { node, source, moment, breakpoints: stops } of found.programs.values()) {
    const begin = moment === undefined ? null : lookUpRun(scope, node, { program: source.id, moment });
    const breakpoints = stops === undefined ? [] : await readBreakpoints(scope, node, source, stops);
    programs.push({
      ...withModule(source, runs.get(source.id), tools),
      ...(begin?.moment && { step: begin.moment.step }),
      ...(breakpoints.length > 0 && { breakpoints }),
    });
  }
  if (errors.errors.length > 0 || !frontMatter) throw new LessonBuildError(inOrder(errors), inOrder(remarks));
  return {
    frontMatter,
    headings,
    sections,
    blocks,
    programs,
    links: scope.links,
    about: scope.about,
    ids: scope.ids,
    pictures: [...scope.pictures.keys()],
    remarks: inOrder(remarks),
  };
}

async function runPrograms(
  found: FoundBlocks,
  runner: ProgramRunner,
  errors: ErrorList,
  remarks: ErrorList,
): Promise<Pick<LessonScope, 'runs' | 'failed'>> {
  const runs = new Map<string, ExecutedProgram>();
  const failed = new Set<string>();
  for (const program of found.programs.values()) {
    const result = await runner.run(program.source);
    if ('state' in result) {
      reportWarnings(program, result, remarks);
      if (reportRun(program, result, errors)) runs.set(program.source.id, result);
    } else if ('diagnostics' in result) {
      if (program.ends === 'does-not-compile') failed.add(program.source.id);
      reportDiagnostics(program, result, errors);
    }
  }
  for (const { starter, origins } of found.exercises.values()) {
    const result = await runner.run(starter);
    // Its warnings are left unsaid: it is to be finished.
    if ('state' in result) runs.set(starter.id, result);
    else if ('diagnostics' in result) {
      reportDiagnostics({ source: starter, origins: origins.starter, ends: undefined }, result, errors);
    }
  }
  return { runs, failed };
}

const inOrder = (errors: ErrorList) => errors.errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
