import type { ListItem, RootContent } from 'mdast';
import { z } from 'zod';
import type { Chooser, ChooserAnswer, ChooserStep } from '../../../playground/lesson/chooser.ts';
import type { Html } from '../../../playground/lesson/html.ts';
import { idAttribute, readAttributes } from '../attributes.ts';
import type { ErrorList } from '../author-errors.ts';
import type { ContainerDirective } from '../directives.ts';
import type { ToHtml } from '../to-html.ts';

/** What an author writes in `:::chooser{…}`. */
export const chooserAttributes = { id: idAttribute, title: z.string().min(1).meta({ description: 'text' }) };

/**
 * Reads a `:::chooser`: a question, and the list of its answers. An answer's first paragraph is what one chooses; what follows
 * is advice, or the next question with its list. Null when anything is wrong.
 */
export function readChooser(node: ContainerDirective, errors: ErrorList, toHtml: ToHtml): Chooser | null {
  const attributes = readAttributes(node, chooserAttributes, errors);
  const first = readStep(node.children, errors, toHtml);
  if (first && first.question === null) errors.at(node, 'a chooser asks: write a question, and a list of its answers');
  return attributes && first && { ...attributes, first };
}

function readStep(nodes: readonly RootContent[], errors: ErrorList, toHtml: ToHtml): ChooserStep | null {
  const list = nodes.at(-1);
  if (list?.type !== 'list') return { text: toHtml(nodes), question: null, answers: [] };
  const question = nodes.at(-2);
  if (question?.type !== 'paragraph') {
    errors.at(list, 'a paragraph with the question stands before its answers');
    return null;
  }
  if (list.children.length < 2) errors.at(list, 'a question has at least two answers');
  const answers = list.children.map((item) => readAnswer(item, errors, toHtml));
  return {
    text: nodes.length > 2 ? toHtml(nodes.slice(0, -2)) : ('' as Html),
    question: toHtml(question.children),
    answers: answers.filter((answer) => answer !== null),
  };
}

function readAnswer(item: ListItem, errors: ErrorList, toHtml: ToHtml): ChooserAnswer | null {
  const [label, ...rest] = item.children;
  if (label?.type !== 'paragraph' || rest.length === 0) {
    errors.at(item, 'an answer has a line to choose, an empty line, and then advice or the next question');
    return null;
  }
  const next = readStep(rest, errors, toHtml);
  return next && { label: toHtml(label.children), next };
}
