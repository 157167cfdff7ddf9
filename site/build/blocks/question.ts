import type { List, RootContent, Table } from 'mdast';
import { z } from 'zod';
import type { Html } from '../../../playground/lesson/html.ts';
import { type Question, questionKinds } from '../../../playground/lesson/question.ts';
import { idAttribute, readAttributes } from '../attributes.ts';
import type { ContainerDirective } from '../directives.ts';
import type { LessonScope } from '../lesson-scope.ts';
import type { ToHtml } from '../to-html.ts';
import { type Entry, feedbackOf, readEntries } from './answers.ts';
import { readBytesQuestion, readNumberQuestion } from './measured-question.ts';
import { shuffle } from './shuffle.ts';

const plain = { id: idAttribute, kind: z.enum(questionKinds) };
const measured = { ...plain, answer: z.string(), program: z.string().optional() };
const shapes = {
  choice: plain,
  choices: plain,
  order: plain,
  match: plain,
  bytes: measured,
  number: {
    ...measured,
    unit: z.string().optional(),
    notation: z.enum(['hex', 'decimal', 'any']).default('any'),
  },
};

export interface QuestionParts {
  readonly id: string;
  readonly prompt: Html;
  readonly explanation: Html | null;
}

/** Reads a `:::question` block. Null when anything is wrong. */
export function readQuestion(node: ContainerDirective, scope: LessonScope, toHtml: ToHtml): Question | null {
  const { errors } = scope;
  const kind = node.attributes?.kind;
  if (!kind || !questionKinds.some((known) => known === kind)) {
    readAttributes(node, shapes.number, errors);
    return null;
  }
  const shape = shapes[kind as Question['kind']];
  const attributes = readAttributes(node, shape, errors);
  if (!attributes) return null;

  const isExplanation = (child: RootContent): child is ContainerDirective =>
    child.type === 'containerDirective' && child.name === 'explanation';
  const explanations = node.children.filter(isExplanation);
  const rest = node.children.filter((child) => !isExplanation(child));
  for (const each of explanations) readAttributes(each, {}, errors);
  const answers = rest.at(-1);
  const prompt = rest.slice(0, -1);
  const wanted = kind === 'match' ? 'table' : 'list';
  if (answers?.type !== wanted) {
    errors.at(node, `a \`${kind}\` question ends with its answers, as a ${wanted}`);
    return null;
  }
  if (prompt.length === 0) errors.at(node, 'a question begins with what it asks');
  const parts: QuestionParts = {
    id: attributes.id,
    prompt: toHtml(prompt),
    explanation: explanations[0] ? toHtml(explanations[0].children) : null,
  };
  if (answers.type === 'table') return readMatch(node, answers, parts, scope, toHtml);
  const entries = readEntries(answers as List, toHtml, errors);
  if (attributes.kind === 'choice' || attributes.kind === 'choices')
    return readChoice(node, attributes.kind, entries, parts, scope);
  if (attributes.kind === 'order') return readOrder(answers as List, entries, parts, scope);
  const asked = attributes as z.infer<z.ZodObject<typeof shapes.number>>;
  if (attributes.kind === 'bytes') return readBytesQuestion(node, asked, entries, parts, scope);
  return readNumberQuestion(node, asked, entries, parts, scope);
}

function readChoice(
  node: ContainerDirective,
  kind: 'choice' | 'choices',
  entries: readonly Entry[],
  parts: QuestionParts,
  { errors }: LessonScope,
): Question {
  for (const entry of entries) {
    if (entry.checked === null) errors.at(entry.node, 'begin every answer with `[x]` when it is right, `[ ]` when not');
  }
  const right = entries.filter((entry) => entry.checked === true).length;
  if (kind === 'choice' && right !== 1)
    errors.at(node, `a \`choice\` has exactly one \`[x]\`, not ${right}; write \`kind="choices"\` for several`);
  if (kind === 'choices' && right === 0) errors.at(node, 'a `choices` question has at least one `[x]`');
  if (entries.length < 2) errors.at(node, 'a question has at least two answers');
  const options = entries.map((entry) => ({
    html: entry.html,
    right: entry.checked === true,
    feedback: feedbackOf(entry, errors),
  }));
  return { kind, ...parts, options };
}

function readOrder(list: List, entries: readonly Entry[], parts: QuestionParts, { errors }: LessonScope): Question {
  if (!list.ordered) errors.at(list, 'the right order is an ordered list: `1.`, `2.` …');
  if (entries.length < 3) errors.at(list, 'an order has at least three entries');
  return {
    kind: 'order',
    ...parts,
    entries: entries.map((entry) => ({ html: entry.html, feedback: feedbackOf(entry, errors) })),
    shown: shuffle(entries.length, parts.id),
  };
}

function readMatch(
  node: ContainerDirective,
  table: Table,
  parts: QuestionParts,
  { errors }: LessonScope,
  toHtml: ToHtml,
): Question {
  const [, ...rows] = table.children;
  if (rows.length < 2) errors.at(node, 'a match has at least two pairs');
  const pairs = rows.map((row) => {
    const [left, right, feedback] = row.children.map((cell) => toHtml(cell.children));
    if (!left || !right || !feedback)
      errors.at(row, 'a pair has three cells: left, right, and feedback when it is matched wrongly');
    return { left: left ?? ('' as Html), right: right ?? ('' as Html), feedback: feedback ?? ('' as Html) };
  });
  return { kind: 'match', ...parts, pairs, shown: shuffle(pairs.length, parts.id) };
}
