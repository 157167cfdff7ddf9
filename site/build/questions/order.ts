import { feedbackOf, readEntries } from '../blocks/answers.ts';
import { shuffle } from '../blocks/shuffle.ts';
import { questionReader } from './question-reader.ts';

/** Entries to be put in order; they are written in the right one. */
export const order = questionReader({
  form: 'list',
  attributes: {},
  read({ answers, parts, scope: { errors }, toHtml }) {
    const entries = readEntries(answers, toHtml, errors);
    if (!answers.ordered) errors.at(answers, 'the right order is an ordered list: `1.`, `2.` …');
    if (entries.length < 3) errors.at(answers, 'an order has at least three entries');
    return {
      kind: 'order',
      ...parts,
      entries: entries.map((entry) => ({ html: entry.html, feedback: feedbackOf(entry, errors) })),
      shown: shuffle(entries.length, parts.id),
    };
  },
});
