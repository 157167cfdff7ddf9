import type { List } from 'mdast';
import type { Html } from '../../../playground/lesson/html.ts';
import { type Entry, feedbackOf, readEntries } from '../blocks/answers.ts';
import type { Given } from './question-reader.ts';

/** Mistakes that an author foresaw, and what is said about every other one. */
interface Foreseen {
  readonly entries: readonly Entry[];
  readonly otherwise: Html;
}

/** Reads a list of mistakes, the last of which is `other`. */
export function readMistakes({ node, answers, scope: { errors }, toHtml }: Given<unknown, List>): Foreseen {
  const entries = readEntries(answers, toHtml, errors);
  const last = entries.at(-1);
  if (last?.text === 'other') return { entries: entries.slice(0, -1), otherwise: feedbackOf(last, errors) };
  errors.at(node, 'the last mistake is `other`, with feedback for everything that was not foreseen');
  return { entries, otherwise: '' as Html };
}
