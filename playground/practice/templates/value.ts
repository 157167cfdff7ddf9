import { prose } from '../markup.ts';
import { knownVariables, sameFrame, wholeNumber } from '../situation.ts';
import type { Template } from '../template.ts';

/** What a variable that the line changes will hold. */
export const value: Template = async ({ situation, random, id }) => {
  const later = sameFrame(situation);
  if (!later) return null;
  const then = new Map(knownVariables(later).map(({ value }) => [value.name, wholeNumber(value)]));
  const changing = knownVariables(situation.frame).flatMap(({ value }) => {
    const now = wholeNumber(value);
    const next = then.get(value.name);
    return now !== null && next !== null && next !== undefined && next !== now ? [{ name: value.name, now, next }] : [];
  });
  const chosen = random.pick(changing);
  if (!chosen) return null;
  const { name, now, next } = chosen;
  const { place, code } = situation;
  return {
    kind: 'number',
    id,
    prompt: prose`Line ${place.line} runs next: ${code}. What will ${name} be when it has run?`,
    explanation: prose`It was ${now}; the line made it ${next}.`,
    answer: next,
    unit: null,
    notation: 'any',
    mistakes: [{ value: now, feedback: prose`That is what ${name} holds now. The line changes it.` }],
    otherwise: prose`Read the values that ${code} uses in the Stack panel, then work it out.`,
  };
};
