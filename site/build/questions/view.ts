import { z } from 'zod';
import { elementBytes, type PlacedView } from '../../../playground/lesson/question.ts';
import { feedbackOf } from '../blocks/answers.ts';
import type { TextNode } from '../directives.ts';
import { suggest } from '../nearest.ts';
import { readMistakes } from './foreseen.ts';
import { numberFrom } from './measured.ts';
import { type Given, questionReader } from './question-reader.ts';
import { memoryAttributes, readShownMemory, showsAll } from './shown-memory.ts';

const types = Object.keys(elementBytes) as (keyof typeof elementBytes)[];
const attributes = {
  ...memoryAttributes,
  type: z.enum(types),
  offset: z.string().meta({ description: 'bytes, as a number or a reading' }),
  length: z.string().meta({ description: 'elements, as a number or a reading' }),
};
type Asked = z.infer<z.ZodObject<typeof attributes>>;

/** A question whose answer is a view: its type, byte offset and length. A mistake names a part: `length: size(data)`. */
export const view = questionReader({
  form: 'list',
  attributes,
  read(given) {
    const { node, attributes: asked, parts, scope } = given;
    const { errors } = scope;
    const memory = readShownMemory(node, asked, scope);
    const offset = numberFrom(asked.offset, node, asked, scope);
    const length = numberFrom(asked.length, node, asked, scope);
    const { entries, otherwise } = readMistakes(given);
    const mistakes = entries.flatMap((entry) => {
      const view = readMistake(entry.text, entry.node, given);
      const right: Partial<PlacedView> = { type: asked.type, offset: offset ?? NaN, length: length ?? NaN };
      if (Object.entries(view ?? {}).some(([part, value]) => right[part as keyof PlacedView] === value))
        errors.at(entry.node, `\`${entry.text}\` is right, not a mistake`);
      return view ? [{ view, feedback: feedbackOf(entry, errors) }] : [];
    });
    if (!memory || offset === null || length === null) return null;
    const answer: PlacedView = { type: asked.type, offset, length };
    if (!Number.isInteger(length)) errors.at(node, `a view has a whole number of elements, not ${length}`);
    else if (length < 1) errors.at(node, 'a view that is asked for has at least one element');
    else if (asked.type !== 'DataView' && offset % elementBytes[asked.type] !== 0)
      errors.at(node, `no ${asked.type} can begin at ${offset}: that is no multiple of ${elementBytes[asked.type]}`);
    else if (!showsAll(memory, offset, offset + length * elementBytes[asked.type]))
      errors.at(node, 'the view that is asked for is not among the bytes of `shown`');
    return { kind: 'view', ...parts, memory, answer, mistakes, otherwise };
  },
});

function readMistake(text: string, node: TextNode, given: Given<Asked, unknown>): Partial<PlacedView> | null {
  const { attributes: asked, scope } = given;
  const [, part = '', value = ''] = /^(\w+)\s*:\s*(.+)$/.exec(text) ?? [];
  if (part === 'type') {
    const type = types.find((known) => known === value);
    if (!type) scope.errors.at(node, `there is no view \`${value}\`; ${suggest(value, types)}`);
    return type ? { type } : null;
  }
  if (part !== 'offset' && part !== 'length') {
    scope.errors.at(node, 'a mistake names a part: `type: Int8Array`, `offset: 4` or `length: size(data)`');
    return null;
  }
  const number = numberFrom(value, node, asked, scope);
  return number === null ? null : { [part]: number };
}
