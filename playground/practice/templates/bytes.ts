import { prose } from '../markup.ts';
import { knownVariables, wholeNumber } from '../situation.ts';
import type { Template } from '../template.ts';

/** How the number that a variable holds lies in memory. */
export const bytes: Template = async ({ situation, random, id }) => {
  const { trace, before, frame } = situation;
  const inMemory = knownVariables(frame).flatMap(({ value }) => {
    const { name, type, range } = value;
    const number = wholeNumber(value);
    const size = range ? range.end - range.start : 0;
    return range && number !== null && [2, 4, 8].includes(size) ? [{ name, type, range, number, size }] : [];
  });
  const chosen = random.pick(inMemory);
  if (!chosen) return null;
  const { name, type, range, number, size } = chosen;
  const held = [...(await trace.read(before.step, range))];
  if (held.length !== size) return null;
  const turned = held.toReversed();
  const isSame = turned.every((byte, index) => byte === held[index]);
  return {
    kind: 'bytes',
    id,
    prompt: prose`${name} is of type ${type} and holds ${number}. Which bytes are that, from its lowest address on?`,
    explanation: null,
    answer: held,
    place: null,
    mistakes: isSame
      ? []
      : [
          {
            bytes: turned,
            feedback: prose`Those are its bytes, from the highest address on: the lowest byte comes first.`,
          },
        ],
    otherwise: prose`Write ${number} in hexadecimal with ${size * 2} digits; a negative number as two to the power of ${size * 8} less its amount. The last two digits come first.`,
  };
};
