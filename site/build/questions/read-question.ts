import type { RootContent } from 'mdast';
import { z } from 'zod';
import { type Question, type QuestionKind, questionKinds } from '../../../playground/lesson/question.ts';
import { idAttribute, readAttributes } from '../attributes.ts';
import { aboutAttribute, noteAbout } from '../blocks/about.ts';
import type { ContainerDirective } from '../directives.ts';
import type { LessonScope } from '../lesson-scope.ts';
import type { ToHtml } from '../to-html.ts';
import { choice, choices } from './choice.ts';
import { line } from './line.ts';
import { mark } from './mark.ts';
import { match } from './match.ts';
import { bytes, number } from './measured.ts';
import { order } from './order.ts';
import { point } from './point.ts';
import type { AnyReader, QuestionParts } from './question-reader.ts';
import { text } from './text.ts';
import { trace } from './trace.ts';
import { view } from './view.ts';

/** Each kind of question: how its answers are written, and its attributes. */
export const questionReaders: Readonly<Record<QuestionKind, AnyReader>> = {
  choice,
  choices,
  number,
  text,
  bytes,
  order,
  match,
  mark,
  point,
  view,
  line,
  trace,
};

/** What every question has. */
export const questionAttributes = {
  id: idAttribute,
  kind: z.enum(questionKinds).meta({ description: 'see below' }),
  ...aboutAttribute,
};

/** Reads a `:::question` block. Null when anything is wrong. */
export function readQuestion(node: ContainerDirective, scope: LessonScope, toHtml: ToHtml): Question | null {
  const { errors } = scope;
  const kind = questionKinds.find((known) => known === node.attributes?.kind);
  if (!kind) {
    readAttributes(
      { ...node, attributes: { id: node.attributes?.id, kind: node.attributes?.kind } },
      questionAttributes,
      errors,
    );
    return null;
  }
  const { form, attributes: shape, read } = questionReaders[kind];
  const attributes = readAttributes(node, { ...questionAttributes, ...shape }, errors);
  if (!attributes) return null;
  noteAbout(node, attributes, scope);

  const isExplanation = (child: RootContent): child is ContainerDirective =>
    child.type === 'containerDirective' && child.name === 'explanation';
  const explanations = node.children.filter(isExplanation);
  const rest = node.children.filter((child) => !isExplanation(child));
  for (const [index, each] of explanations.entries()) {
    readAttributes(each, {}, errors);
    if (index > 0) errors.at(each, 'a question has one explanation; join the two');
    if (each.children.length === 0) errors.at(each, 'this explanation is empty; write its text, or leave it out');
  }
  const answers = rest.at(-1);
  const prompt = rest.slice(0, -1);
  if (answers?.type !== form) {
    errors.at(node, `a \`${kind}\` question ends with its answers, as a ${form}`);
    return null;
  }
  if (prompt.length === 0) errors.at(node, 'a question begins with what it asks');
  const parts: QuestionParts = {
    id: attributes.id,
    prompt: toHtml(prompt),
    explanation: explanations[0] ? toHtml(explanations[0].children) : null,
  };
  return read({ node, attributes, answers, parts, scope, toHtml });
}
