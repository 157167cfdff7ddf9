import type { Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isDirective } from './lesson-text.ts';

/** What a lesson holds, counted. */
export interface Outline {
  /** Blocks by name: `program`, `exercise`, `figure`, `note`, `value` … */
  readonly blocks: Readonly<Record<string, number>>;
  /** Questions by kind. */
  readonly questions: Readonly<Record<string, number>>;
  /** Words of prose: with asides and tasks, without questions, checks and hints. */
  readonly words: number;
}

const apart = ['quiz', 'checks', 'hints', 'starter', 'solution'];

/** Counts what a lesson holds. */
export function outlineOf(tree: Root): Outline {
  const blocks: Record<string, number> = {};
  const questions: Record<string, number> = {};
  const count = (counts: Record<string, number>, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  visit(tree, (node) => {
    if (!isDirective(node)) return;
    count(blocks, node.name);
    if (node.name === 'question') count(questions, node.attributes?.kind ?? '');
  });
  let words = 0;
  visit(tree, (node) => {
    if (node.type === 'containerDirective' && apart.includes(node.name)) return SKIP;
    if (node.type === 'text') words += node.value.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
    if (node.type === 'inlineCode' || (node.type === 'textDirective' && node.name === 'value')) words++;
    return undefined;
  });
  return { blocks, questions, words };
}

/** About how long a lesson takes, in minutes: its text, its programs, its questions and its exercises. */
export function estimatedMinutes({ blocks, questions, words }: Outline): number {
  const asked = Object.values(questions).reduce((sum, each) => sum + each, 0);
  return words / 130 + 1.5 * (blocks.program ?? 0) + 0.8 * asked + 5 * (blocks.exercise ?? 0);
}
