import type { PlacedView, ViewQuestion } from '../../lesson/question.ts';
import { prose } from '../markup.ts';
import { knownVariables } from '../situation.ts';
import type { Template } from '../template.ts';

/** The view whose elements are of a type of C++, on a 32-bit memory. */
const viewOf: Readonly<Record<string, PlacedView['type']>> = {
  'signed char': 'Int8Array',
  'unsigned char': 'Uint8Array',
  short: 'Int16Array',
  'unsigned short': 'Uint16Array',
  int: 'Int32Array',
  long: 'Int32Array',
  'unsigned int': 'Uint32Array',
  'unsigned long': 'Uint32Array',
  float: 'Float32Array',
  double: 'Float64Array',
};

/** Bytes of an array that can be shown. */
const largest = 64;

/** Which view has the elements of an array. */
export const view: Template = async ({ situation, random, id }): Promise<ViewQuestion | null> => {
  const { trace, before, frame } = situation;
  const arrays = [...knownVariables(frame), ...before.globals].flatMap(({ value: { name, range, parts, isCut } }) => {
    const element = parts[0];
    const type = element && viewOf[element.type.replace(/^const /, '')];
    const isArray = range !== null && !isCut && element?.name === '[0]' && element.range?.start === range.start;
    return isArray && type && range.end - range.start <= largest ? [{ name, range, type, length: parts.length }] : [];
  });
  const chosen = random.pick(arrays);
  if (!chosen) return null;
  const { name, range, type, length } = chosen;
  const held = [...(await trace.read(before.step, range))];
  return {
    kind: 'view',
    id,
    prompt: prose`Which view has exactly the elements of ${name}?`,
    explanation: null,
    memory: { program: '', pieces: [{ address: range.start, bytes: held }] },
    answer: { type, offset: range.start, length },
    mistakes:
      length === held.length
        ? []
        : [{ view: { length: held.length }, feedback: prose`The length counts elements, not bytes.` }],
    otherwise: prose`The byte offset is the address of ${name}; its element's type decides the view.`,
  };
};
