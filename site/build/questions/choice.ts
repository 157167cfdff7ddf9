import type { List } from 'mdast';
import { z } from 'zod';
import type { Question } from '../../../playground/lesson/question.ts';
import { type Entry, feedbackOf, readEntries } from '../blocks/answers.ts';
import type { TextNode } from '../directives.ts';
import { formatValue } from '../format-value.ts';
import { type LessonScope, lookUpValue, type Meant, meantProgram } from '../lesson-scope.ts';
import { type Given, meantAttributes, questionReader } from './question-reader.ts';

/** Exactly one option is right: the one that begins with `[x]`, or whose text is what a reading of the run gives. */
export const choice = questionReader({
  form: 'list',
  attributes: {
    ...meantAttributes,
    answer: z
      .string()
      .optional()
      .meta({ description: 'a reading that says which entry is right: `ending()`', otherwise: '`[x]` says it' }),
  },
  read(given) {
    const { attributes, answers, node, scope, toHtml } = given;
    const entries = readEntries(answers, toHtml, scope.errors);
    if (attributes.answer === undefined) return readMarked('choice', given, entries);
    const right = answerOf(attributes.answer, node, attributes, scope);
    if (right === null) return null;
    for (const entry of entries) {
      if (entry.checked !== null)
        scope.errors.at(entry.node, 'the run says which answer is right: leave `[x]` and `[ ]` out');
    }
    const named = entries.filter(({ text }) => text === right);
    if (named.length > 0) return readOptions('choice', given, entries, named);
    scope.errors.at(node, `no answer is \`${right}\`, which is right`);
    return null;
  },
});

/** What a reading gives, as prose shows it. `ending()` is how the program ends, or that it does not compile. */
function answerOf(reading: string, node: TextNode, meant: Meant, scope: LessonScope): string | null {
  const program = reading === 'ending()' ? meantProgram(scope, node, meant.program) : null;
  if (program && scope.failed.has(program.id)) return 'does not compile';
  const value = lookUpValue(scope, node, meant, reading);
  return value && formatValue(value, null);
}

/** Any number of options is right, at least one. */
export const choices = questionReader({
  form: 'list',
  attributes: {},
  read(given) {
    const entries = readEntries(given.answers, given.toHtml, given.scope.errors);
    return readMarked('choices', given, entries);
  },
});

/** The entries that begin with `[x]` are right; every other one begins with `[ ]`. */
function readMarked(
  kind: 'choice' | 'choices',
  given: Given<object, List>,
  entries: readonly Entry[],
): Question | null {
  const unmarked = entries.find(({ checked }) => checked === null);
  if (!unmarked)
    return readOptions(
      kind,
      given,
      entries,
      entries.filter(({ checked }) => checked === true),
    );
  given.scope.errors.at(unmarked.node, 'begin every answer with `[x]` when it is right, `[ ]` when not');
  return null;
}

function readOptions(
  kind: 'choice' | 'choices',
  { node, parts, scope: { errors } }: Given<object, List>,
  entries: readonly Entry[],
  right: readonly Entry[],
): Question {
  if (kind === 'choice' && right.length !== 1)
    errors.at(node, `a \`choice\` has exactly one \`[x]\`, not ${right.length}; write \`kind="choices"\` for several`);
  if (kind === 'choices' && right.length === 0) errors.at(node, 'a `choices` question has at least one `[x]`');
  if (entries.length < 2) errors.at(node, 'a question has at least two answers');
  const options = entries.map((entry) => ({
    html: entry.html,
    right: right.includes(entry),
    feedback: feedbackOf(entry, errors),
  }));
  return { kind, ...parts, options };
}
