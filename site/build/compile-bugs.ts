import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'zod';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { type Bug, type BugLine, bugSchema } from '../../playground/lesson/bug.ts';
import { isScript } from '../../playground/lesson/file-names.ts';
import { originalLanguage } from '../../playground/lesson/lesson.ts';
import type { LessonFile, LessonProgram } from '../../playground/lesson/program.ts';
import { parseSelection } from '../../playground/lesson/selection.ts';
import { jumpTo } from '../../playground/view-model/jump.ts';
import { type AuthorError, ErrorList, LessonBuildError } from './author-errors.ts';
import { changesBetween } from './changed-lines.ts';
import { showFiles } from './code-figure.ts';
import { withModule } from './compile-blocks.ts';
import { numbered } from './course-folders.ts';
import { readCourseText } from './course-text.ts';
import { allFiles, type ExecutedProgram, type ProgramSource } from './executed-program.ts';
import type { FilesBeside } from './files-beside.ts';
import { filesOnDisk } from './files-on-disk.ts';
import { findingInShort } from './finding-in-short.ts';
import { readYaml, splitFrontMatter } from './front-matter.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import type { LessonScope } from './lesson-scope.ts';
import { parseMarkdown } from './markdown.ts';
import { parseWhen } from './reading-grammar.ts';
import { snapshotAt } from './snapshot-at.ts';
import { createToHtml } from './to-html.ts';
import { UnreadableError } from './unreadable-error.ts';

/**
 * Compiles every program below a folder in which a bug is to be found: `NN-slug/bug.md`, its files beside it, and in
 * `fixed/` those that mend it. Each is run: what is found in it must be what `bug.md` says, and nothing once it is fixed.
 * Throws a {@link LessonBuildError} with all errors.
 */
export async function compileBugs(directory: string, tools: LessonTools): Promise<readonly Bug[]> {
  const errors: AuthorError[] = [];
  const bugs: Bug[] = [];
  for (const { path, number, slug } of existsSync(directory) ? numbered(directory) : []) {
    const list = new ErrorList(relative(process.cwd(), join(path, 'bug.md')));
    const bug = await compileBug(path, { number, slug }, list, tools);
    if (bug) bugs.push(bug);
    errors.push(...list.errors);
  }
  if (errors.length > 0) throw new LessonBuildError(errors);
  return bugs;
}

async function compileBug(
  folder: string,
  place: Pick<Bug, 'number' | 'slug'>,
  errors: ErrorList,
  tools: LessonTools,
): Promise<Bug | null> {
  const parts = splitFrontMatter(readCourseText(join(folder, 'bug.md'), errors));
  if (!parts) errors.add(1, 1, 'it begins with front matter between two lines `---`');
  const known = parts && readYaml(parts.yaml, bugSchema, errors, 2);
  if (!parts || !known) return null;
  const { title, report, findings, panels } = known;
  const lineOf: LineOf = (key) => parts.yaml.split('\n').findIndex((line) => line.startsWith(`${key}:`)) + 2;
  const select = known.select === undefined ? null : parseSelection(known.select);
  if (known.select !== undefined && !select)
    errors.add(lineOf('select'), 1, '`select` must be a symbol, `block 1`, `view 1` or `0x410..0x414`');
  const beside = filesOnDisk(folder);
  const cause = createToHtml(
    { ...withoutPrograms, errors, unknownTerms: errors, folder: beside },
    tools.highlight,
  )(parseMarkdown(parts.markdown, errors).children);
  const files = sources(beside.filesIn('.'));
  const fixes = sources(beside.filesIn('fixed'));
  const withFixes = files.map((file) => fixes.find(({ path }) => path === file.path) ?? file);
  const sourceOf = (id: string, all: readonly LessonFile[]): ProgramSource => ({
    ...{ id, title, settings: defaultSettings, input: '', arguments: [], calls: [], panels, select },
    files: all.filter(({ path }) => !isScript(path)),
    javascript: all.find(({ path }) => isScript(path)) ?? null,
  });
  const source = sourceOf(place.slug, files);
  const program = await prove(
    source,
    { findings, begin: (run) => beginning(run, source, known, errors, lineOf) },
    errors,
    tools,
  );
  const mended = sourceOf(`${place.slug}-fixed`, withFixes);
  const fixed = await prove(
    mended,
    { findings: [], begin: (run) => beginning(run, mended, known, null, lineOf) },
    errors,
    tools,
  );
  const lines = known.lines.map(lineNamed);
  for (const { path, line } of lines) {
    const text = files.find((file) => file.path === path)?.text.split('\n')[line - 1];
    if (!text?.trim()) errors.add(lineOf('lines'), 1, `\`lines\`: there is nothing at ${path}:${line}`);
  }
  if (!program || !fixed) return null;
  const changes = changesBetween(allFiles(program), allFiles(fixed));
  return { ...place, title, report, lines, changes, cause, program, fixed, code: showFiles(source, tools.highlight) };
}

/** A bug's text refers to nothing but itself. */
const withoutPrograms: Omit<LessonScope, 'errors' | 'unknownTerms' | 'folder'> = {
  language: originalLanguage,
  programs: new Map(),
  unread: new Set(),
  runs: new Map(),
  failed: new Set(),
  glossary: [],
  ids: new Set(),
  links: [],
  about: new Map(),
  lessonAddress: (slug) => `../../lessons/${slug}/`,
  pictures: new Map(),
};

/** The line of `bug.md` that begins with a key, from 1. */
type LineOf = (key: 'select' | 'moment' | 'lines') => number;

/** What a run must show. */
interface Expected {
  readonly findings: readonly string[];
  /** Where the lab begins in it. */
  readonly begin: (run: ExecutedProgram) => Pick<LessonProgram, 'step'>;
}

/** The program with its module, once it was found that it does wrong what is expected. */
async function prove(
  source: ProgramSource,
  expected: Expected,
  errors: ErrorList,
  tools: LessonTools,
): Promise<LessonProgram | null> {
  const run = await tools.runner.run(source);
  if ('diagnostics' in run) {
    const [first] = run.diagnostics;
    errors.add(1, 1, `\`${source.id}\` does not compile: ${first?.path}:${first?.line}: ${first?.message}`);
    return null;
  }
  if ('notRun' in run) return withModule(source, undefined, tools);
  if (run.outcome.status !== 'finished') errors.add(1, 1, `\`${source.id}\` does not finish: ${run.outcome.status}`);
  const found = await findingsOf(run);
  if (found.join('\n') !== expected.findings.join('\n'))
    errors.add(1, 1, `in \`${source.id}\` is found: ${found.join('; ') || 'nothing'}`);
  return { ...withModule(source, run, tools), ...expected.begin(run) };
}

/** The step at which the lab begins. Without `errors` a program that has no such moment begins at its end. */
function beginning(
  run: ExecutedProgram,
  program: ProgramSource,
  { moment, select }: Pick<z.infer<typeof bugSchema>, 'moment' | 'select'>,
  errors: ErrorList | null,
  lineOf: LineOf,
): Pick<LessonProgram, 'step'> {
  const when = moment === undefined ? null : parseWhen(moment);
  if (moment !== undefined && !when)
    errors?.add(lineOf('moment'), 1, `\`${moment}\` is no moment; write \`before lab.js line 8\``);
  try {
    const { state, moment: at } = when ? snapshotAt(run, program, when) : run;
    const there = select === undefined ? null : jumpTo(select, state);
    if (there && !there.ok) errors?.add(lineOf('select'), 1, `\`select\`: ${there.message}`);
    return at ? { step: at.step } : {};
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    errors?.add(lineOf('moment'), 1, `\`moment\`: ${error.message}`);
    return {};
  }
}

const findingsOf = async ({ trace }: ExecutedProgram): Promise<readonly string[]> =>
  ((await trace?.findings()) ?? []).map(findingInShort);

/** The sources among a folder's files, what is compiled first. */
function sources(found: ReturnType<FilesBeside['filesIn']>): readonly LessonFile[] {
  const files = typeof found === 'string' ? [] : found.filter(({ path }) => /\.(c|cpp|h|wat|js)$/.test(path));
  return files.toSorted((one, other) => Number(isScript(one.path)) - Number(isScript(other.path)));
}

function lineNamed(text: string): BugLine {
  const [path = '', line] = text.split(':');
  return { path, line: Number(line) };
}
