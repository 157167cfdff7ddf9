import type { List } from 'mdast';
import type { Question } from '../../../playground/lesson/question.ts';
import { feedbackOf, readEntries } from '../blocks/answers.ts';
import { type Given, questionReader } from './question-reader.ts';

/** Exactly one option is right. */
export const choice = questionReader({ form: 'list', attributes: {}, read: (given) => readOptions('choice', given) });

/** Any number of options is right, at least one. */
export const choices = questionReader({ form: 'list', attributes: {}, read: (given) => readOptions('choices', given) });

function readOptions(
  kind: 'choice' | 'choices',
  { node, answers, parts, scope: { errors }, toHtml }: Given<object, List>,
): Question {
  const entries = readEntries(answers, toHtml, errors);
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
