import { dirname } from 'node:path';
import type { RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { z } from 'zod';
import type { Exercise, ParsedCheck, StatedCheck } from '../../playground/lesson/exercise.ts';
import { type FrontMatter, frontMatterSchema } from '../../playground/lesson/front-matter.ts';
import type { Heading, LessonBlock, Quiz } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import type { Question } from '../../playground/lesson/question.ts';
import { idAttribute, readAttributes } from './attributes.ts';
import { ErrorList, LessonBuildError } from './author-errors.ts';
import { type FoundExercise, readChecks, readExercise, readHints } from './blocks/exercise.ts';
import { type FileOrigin, readProgram } from './blocks/program.ts';
import { readQuestion } from './blocks/question.ts';
import { showFiles } from './code-figure.ts';
import type { ExecutedProgram, ProgramRunner, ProgramSource } from './executed-program.ts';
import { readYaml, splitFrontMatter } from './front-matter.ts';
import { nameHeadings } from './heading-ids.ts';
import type { Highlight } from './highlight.ts';
import type { LessonScope, PendingLink } from './lesson-scope.ts';
import { parseMarkdown } from './markdown.ts';
import { suggest } from './nearest.ts';
import { createToHtml, type ToHtml } from './to-html.ts';

/** What the lesson build leaves to others. */
export interface LessonTools {
  readonly runner: ProgramRunner;
  readonly highlight: Highlight;
  readonly parseCheck: (text: string) => ParsedCheck;
  /** What is wrong with an exercise: a solution that fails, a starter that passes. */
  readonly proveExercise: (exercise: ExerciseToProve) => Promise<readonly string[]>;
  /** Keeps a module as a file of the site; gives its address there. */
  readonly keepModule: (wasm: Uint8Array) => string;
}

export interface ExerciseToProve {
  readonly checks: readonly StatedCheck[];
  readonly starter: ProgramSource;
  readonly solution: ProgramSource;
}

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

interface FoundBlocks {
  readonly ids: Set<string>;
  readonly programs: Map<string, { readonly source: ProgramSource; readonly origins: ReadonlyMap<string, FileOrigin> }>;
  readonly exercises: Map<RootContent, FoundExercise>;
}

function findBlocks(nodes: readonly RootContent[], folder: string, errors: ErrorList): FoundBlocks {
  const found: FoundBlocks = { ids: new Set(), programs: new Map(), exercises: new Map() };
  const claim = (node: ContainerDirective): void => {
    const id = node.attributes?.id;
    if (!id) return;
    if (found.ids.has(id)) errors.at(node, `the id \`${id}\` is taken; ids are unique in a lesson`);
    found.ids.add(id);
  };
  for (const node of nodes) {
    if (node.type !== 'containerDirective') continue;
    if (node.name === 'program') {
      claim(node);
      const program = readProgram(node, folder, errors);
      if (program) found.programs.set(program.source.id, program);
    } else if (node.name === 'exercise') {
      claim(node);
      const exercise = readExercise(node, folder, errors);
      if (exercise) found.exercises.set(node, exercise);
    } else if (node.name === 'quiz') {
      claim(node);
      for (const child of node.children) if (child.type === 'containerDirective') claim(child);
    }
  }
  return found;
}

async function runPrograms(
  found: FoundBlocks,
  runner: ProgramRunner,
  errors: ErrorList,
): Promise<ReadonlyMap<string, ExecutedProgram>> {
  const runs = new Map<string, ExecutedProgram>();
  const starters = [...found.exercises.values()].map(({ starter, origins }) => ({
    source: starter,
    origins: origins.starter,
  }));
  for (const { source, origins } of [...found.programs.values(), ...starters]) {
    const result = await runner.run(source);
    if ('state' in result) {
      runs.set(source.id, result);
      continue;
    }
    for (const diagnostic of result.diagnostics.filter((each) => each.severity === 'error')) {
      const origin = origins.get(diagnostic.path);
      const line = diagnostic.line + (origin?.firstLine ?? 1) - 1;
      const file = origin?.file ?? errors.file;
      errors.errors.push({ file, line, column: diagnostic.column, message: `\`${source.id}\`: ${diagnostic.message}` });
    }
  }
  return runs;
}

async function compileBlocks(
  nodes: readonly RootContent[],
  found: FoundBlocks,
  scope: LessonScope,
  toHtml: ToHtml,
  tools: LessonTools,
): Promise<readonly LessonBlock[]> {
  const blocks: LessonBlock[] = [];
  let prose: RootContent[] = [];
  const endProse = (): void => {
    if (prose.length > 0) blocks.push({ kind: 'prose', html: toHtml(prose) });
    prose = [];
  };
  for (const node of nodes) {
    const name = node.type === 'containerDirective' ? node.name : null;
    if (node.type !== 'containerDirective' || (name !== 'program' && name !== 'quiz' && name !== 'exercise')) {
      prose.push(node);
      continue;
    }
    endProse();
    if (name === 'program') {
      const program = found.programs.get(node.attributes?.id ?? '');
      if (program)
        blocks.push({ kind: 'program', program: program.source.id, code: showFiles(program.source, tools.highlight) });
    } else if (name === 'quiz') {
      const quiz = readQuiz(node, scope, toHtml);
      if (quiz) blocks.push({ kind: 'quiz', quiz });
    } else {
      const exercise = found.exercises.get(node);
      const block = exercise && (await compileExercise(exercise, scope, toHtml, tools));
      if (block) blocks.push(block);
    }
  }
  endProse();
  return blocks;
}

function readQuiz(node: ContainerDirective, scope: LessonScope, toHtml: ToHtml): Quiz | null {
  const shape = { id: idAttribute, title: z.string().min(1).default('Check yourself') };
  const attributes = readAttributes(node, shape, scope.errors);
  const questions: Question[] = [];
  for (const child of node.children) {
    if (child.type === 'containerDirective' && child.name === 'question') {
      const question = readQuestion(child, scope, toHtml);
      if (question) questions.push(question);
    } else if (child.type === 'containerDirective') {
      scope.errors.at(child, `\`${child.name}\` is no part of a quiz; ${suggest(child.name, ['question'])}`);
    } else {
      scope.errors.at(child, 'a quiz holds only questions; move this before it');
    }
  }
  if (node.children.length === 0) scope.errors.at(node, 'a quiz has at least one question');
  return attributes && { ...attributes, questions };
}

async function compileExercise(
  found: FoundExercise,
  scope: LessonScope,
  toHtml: ToHtml,
  tools: LessonTools,
): Promise<LessonBlock | null> {
  const run = scope.runs.get(found.starter.id);
  const task = toHtml(found.task);
  const checks = readChecks(found.checks, tools.parseCheck, toHtml, scope.errors);
  const hints = readHints(found.hints, toHtml);
  const [starter] = withModule(found.starter, run, tools);
  if (!starter) return null;
  if (scope.errors.errors.length === 0) {
    const { solution } = found;
    for (const problem of await tools.proveExercise({ checks, starter: found.starter, solution })) {
      scope.errors.at(found.node, `exercise \`${starter.id}\`: ${problem}`);
    }
  }
  const exercise: Exercise = {
    id: starter.id,
    title: starter.title,
    task,
    starter,
    solution: { files: found.solution.files, javascript: found.solution.javascript },
    checks,
    hints,
  };
  return { kind: 'exercise', exercise, code: showFiles(found.starter, tools.highlight) };
}

function withModule(
  program: ProgramSource,
  run: ExecutedProgram | undefined,
  tools: LessonTools,
): readonly LessonProgram[] {
  return run ? [{ ...program, wasm: tools.keepModule(run.wasm) }] : [];
}

const inOrder = (errors: ErrorList) => errors.errors.toSorted((a, b) => a.line - b.line || a.column - b.column);
