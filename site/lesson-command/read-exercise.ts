import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { toString as plainText } from 'mdast-util-to-string';
import { parseCheck } from '../../playground/exercises/parse-check.ts';
import type { StatedCheck } from '../../playground/lesson/exercise.ts';
import type { Html } from '../../playground/lesson/html.ts';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import { readChecks } from '../build/blocks/exercise.ts';
import type { ProgramSource } from '../build/executed-program.ts';
import { filesOnDisk } from '../build/files-on-disk.ts';
import { findBlocks } from '../build/find-blocks.ts';
import { splitFrontMatter } from '../build/front-matter.ts';
import { parseMarkdown } from '../build/markdown.ts';

/** An exercise as a submission is held to it. Statements are plain text. */
export interface GradedExercise {
  readonly id: string;
  readonly starter: ProgramSource;
  readonly checks: readonly StatedCheck[];
}

/** Reads the exercises of a `lesson.md` without running any of its programs. Its mistakes, where it has some. */
export function readExercises(path: string): readonly GradedExercise[] | readonly AuthorError[] {
  const errors = new ErrorList(path);
  const parts = splitFrontMatter(readFileSync(path, 'utf8'));
  const tree = parseMarkdown(parts?.markdown ?? '', errors);
  const { exercises } = findBlocks(tree.children, filesOnDisk(dirname(path)), errors);
  const plain = (nodes: Parameters<Parameters<typeof readChecks>[2]>[0]) =>
    nodes
      .map((node) => plainText(node))
      .join('')
      .trim() as Html;
  const read = [...exercises.values()].map(({ starter, checks }) => ({
    id: starter.id,
    starter,
    checks: readChecks(checks, parseCheck, plain, errors, starter),
  }));
  return errors.errors.length > 0 ? errors.errors : read;
}
