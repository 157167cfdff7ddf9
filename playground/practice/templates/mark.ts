import { prose } from '../markup.ts';
import { knownVariables } from '../situation.ts';
import type { Template } from '../template.ts';

/** A frame is shown up to this size, in bytes. */
const largest = 64;

/** Which bytes of the frame are a variable's. */
export const mark: Template = async ({ situation, random, id }) => {
  const { trace, before, frame } = situation;
  const { bytes } = frame;
  if (!bytes || bytes.end - bytes.start > largest) return null;
  const within = knownVariables(frame).flatMap(({ value: { name, type, range } }) =>
    range && range.start >= bytes.start && range.end <= bytes.end ? [{ name, type, range }] : [],
  );
  const chosen = random.pick(within);
  if (!chosen || within.length < 2) return null;
  const { name, type, range } = chosen;
  const held = [...(await trace.read(before.step, bytes))];
  return {
    kind: 'mark',
    id,
    prompt: prose`This is the frame of ${frame.name} on the shadow stack. Mark the bytes of ${name}, of type ${type}.`,
    explanation: null,
    memory: { program: '', pieces: [{ address: bytes.start, bytes: held }] },
    answer: addresses(range),
    mistakes: within
      .filter((other) => other.name !== name)
      .map((other) => ({ addresses: addresses(other.range), feedback: prose`Those are the bytes of ${other.name}.` })),
    otherwise: prose`The Stack panel has the address of ${name}; its type says how many bytes it has.`,
  };
};

const addresses = ({ start, end }: { readonly start: number; readonly end: number }): readonly number[] =>
  Array.from({ length: end - start }, (_, index) => start + index);
