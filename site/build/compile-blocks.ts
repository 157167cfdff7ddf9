import type { RootContent } from 'mdast';
import { z } from 'zod';
import type { Exercise } from '../../playground/lesson/exercise.ts';
import type { LessonBlock, Quiz } from '../../playground/lesson/lesson.ts';
import type { LessonProgram } from '../../playground/lesson/program.ts';
import type { Question } from '../../playground/lesson/question.ts';
import { idAttribute, readAttributes } from './attributes.ts';
import { noteAbout } from './blocks/about.ts';
import { readBreakpoints } from './blocks/breakpoints.ts';
import { readChooser } from './blocks/chooser.ts';
import { type FoundExercise, readChecks, readHints } from './blocks/exercise.ts';
import { readMeasured } from './blocks/measured.ts';
import { showFiles } from './code-figure.ts';
import type { ContainerDirective } from './directives.ts';
import type { ExecutedProgram, ProgramSource } from './executed-program.ts';
import type { FoundBlocks } from './find-blocks.ts';
import type { LessonTools } from './lesson-build-tools.ts';
import type { LessonScope } from './lesson-scope.ts';
import { suggest } from './nearest.ts';
import { readQuestion } from './questions/read-question.ts';
import { ownBlocks, type ToHtml } from './to-html.ts';

/** Turns the top level of a lesson's text into its blocks, in order. */
export async function compileBlocks(
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
    if (node.type !== 'containerDirective' || !ownBlocks.includes(node.name)) {
      prose.push(node);
      continue;
    }
    endProse();
    const { name } = node;
    if (name === 'program') {
      const program = found.programs.get(node.attributes?.id ?? '');
      if (program)
        blocks.push({
          kind: 'program',
          program: program.source.id,
          code: showFiles(program.source, tools.highlight, program.isFolded),
        });
    } else if (name === 'quiz') {
      const quiz = readQuiz(node, scope, toHtml);
      if (quiz) blocks.push({ kind: 'quiz', quiz });
    } else if (name === 'chooser') {
      const chooser = readChooser(node, scope.errors, toHtml);
      if (chooser) blocks.push({ kind: 'chooser', chooser });
    } else if (name === 'measured') {
      const measured = readMeasured(node, scope, toHtml);
      if (measured) blocks.push({ kind: 'measured', measured });
    } else {
      const exercise = found.exercises.get(node);
      const block = exercise && (await compileExercise(exercise, scope, toHtml, tools));
      if (block) blocks.push(block);
    }
  }
  endProse();
  return blocks;
}

/** What an author writes in `:::quiz{…}`. */
export const quizAttributes = {
  id: idAttribute,
  title: z.string().min(1).default('Check yourself').meta({ description: 'text' }),
};

function readQuiz(node: ContainerDirective, scope: LessonScope, toHtml: ToHtml): Quiz | null {
  const attributes = readAttributes(node, quizAttributes, scope.errors);
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
  const checks = readChecks(found.checks, tools.parseCheck, toHtml, scope.errors, found.starter);
  const hints = readHints(found.hints, toHtml);
  const { node, breakpoints: stops } = found;
  const breakpoints = stops === undefined ? [] : await readBreakpoints(scope, node, found.starter, stops);
  const starter = {
    ...withModule(found.starter, run, tools),
    ...(breakpoints.length > 0 && { breakpoints }),
  };
  if (scope.errors.errors.length === 0) {
    const { solution } = found;
    for (const { message, about } of await tools.proveExercise({ checks, starter: found.starter, solution })) {
      const parts = { solution: found.solutionNode, starter: found.node };
      const item = typeof about === 'number' ? found.checks.children[about] : parts[about];
      scope.errors.at(item ?? found.node, `exercise \`${starter.id}\`: ${message}`);
    }
  }
  noteAbout(found.node, { id: starter.id, about: found.about }, scope);
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

/** The program with the address of its module; without one where it was not run. */
export function withModule(
  program: ProgramSource,
  run: ExecutedProgram | undefined,
  tools: LessonTools,
): LessonProgram {
  return { ...program, wasm: run ? tools.keepModule(run.wasm) : null };
}
