import { z } from 'zod';
import { normalText } from '../../../playground/questions/text/normal-text.ts';
import { feedbackOf, readEntries } from '../blocks/answers.ts';
import { lookUpValue } from '../lesson-scope.ts';
import { meantAttributes, questionReader } from './question-reader.ts';

/** A question whose answer is a few words: `[x]` before each accepted form, `[ ]` before mistakes, the last is `other`. */
export const text = questionReader({
  form: 'list',
  attributes: {
    case: z.enum(['any', 'exact']).default('any').meta({ description: 'whether capitals and spaces count' }),
    answer: z.string().optional().meta({ description: 'a reading whose text is accepted: `outputLine(1)`' }),
    ...meantAttributes,
  },
  read({ node, attributes, answers, parts, scope, toHtml }) {
    const { errors } = scope;
    const entries = readEntries(answers, toHtml, errors);
    const last = entries.at(-1);
    const read = attributes.answer && lookUpValue(scope, node, attributes, attributes.answer);
    if (attributes.answer !== undefined && !read) return null;
    if (read && read.kind !== 'text') errors.at(node, `\`${attributes.answer}\` is not text; write \`outputLine(1)\``);
    const accepted = entries.filter(({ checked }) => checked === true).map((entry) => entry.text);
    if (read && read.kind === 'text') accepted.unshift(read.text);
    if (accepted.length === 0)
      errors.at(node, 'begin each accepted answer with `[x]`, or write `answer="outputLine(1)"`');
    if (last?.text !== 'other' || last.checked !== null) {
      errors.at(node, 'the last entry is `other`, with feedback for everything that was not foreseen');
      return null;
    }
    const isExact = attributes.case === 'exact';
    const foreseen = entries.slice(0, -1).filter(({ checked }) => checked !== true);
    for (const entry of foreseen) {
      if (entry.checked === null) errors.at(entry.node, 'begin a mistake with `[ ]`, an accepted answer with `[x]`');
      if (accepted.some((right) => normalText(right, isExact) === normalText(entry.text, isExact)))
        errors.at(entry.node, `“${entry.text}” is accepted, so it is no mistake`);
    }
    const mistakes = foreseen.map((entry) => ({ text: entry.text, feedback: feedbackOf(entry, errors) }));
    return { kind: 'text', ...parts, accepted, isExact, mistakes, otherwise: feedbackOf(last, errors) };
  },
});
