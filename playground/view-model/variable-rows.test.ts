import { expect, it } from 'vitest';
import type { Value, Variable } from '../trace/trace.ts';
import { rangeOf } from './place.ts';
import { variableRows } from './variable-rows.ts';

const value = (name: string, more: Partial<Value> = {}): Value => ({
  name,
  type: 'int',
  text: '1',
  state: 'known',
  range: rangeOf(0x400, 4),
  pointsTo: null,
  isRaw: false,
  isCut: false,
  parts: [],
  ...more,
});
const variable = (whole: Value, more: Partial<Variable> = {}): Variable => {
  return { role: 'local', line: 1, value: whole, changed: false, ...more };
};
const none = new Set<string>();
const shown = (variables: readonly Variable[], toggled: ReadonlySet<string> = none) =>
  variableRows(variables, toggled, 'f').map(({ level, name, value: text }) =>
    `${'  '.repeat(level - 1)}${name} ${text}`.trimEnd(),
  );

it('opens what only its parts tell, and nothing else', () => {
  const point = value('point', { text: '', parts: [value('x'), value('y')] });
  const text = value('text', { text: '"hello"', parts: [value('[0]')] });
  expect(shown([variable(point), variable(text)])).toEqual(['point {1, 1}', '  x 1', '  y 1', 'text "hello"']);
  expect(shown([variable(point), variable(text)], new Set(['f/point', 'f/text']))).toEqual([
    'point {1, 1}',
    'text "hello"',
    '  [0] 1',
  ]);
});

it('keeps raw fields of library types behind one more row', () => {
  const list = value('list', { text: '{1 element}', parts: [value('[0]'), value('__begin_', { isRaw: true })] });
  const open = new Set(['f/list']);
  expect(shown([variable(list)], open)).toEqual(['list {1 element}', '  [0] 1', '  raw fields']);
  open.add('f/list/raw');
  expect(shown([variable(list)], open)).toEqual(['list {1 element}', '  [0] 1', '  raw fields', '    __begin_ 1']);
});

it('counts parts that are too long to be told, under their name', () => {
  const long = { text: '"a text of many characters that is long"' };
  expect(shown([variable(value('one', { text: '', parts: [value('text', long)] }))])[0]).toBe('one {1 field}');
  const texts = [value('[0]', long), value('[1]', long)];
  expect(shown([variable(value('texts', { text: '', parts: texts }))])[0]).toBe('texts {2 elements}');
});

it('says when there are more parts', () => {
  const many = value('many', { text: '', isCut: true, parts: [value('[0]')] });
  expect(shown([variable(many)])).toEqual(['many {more than 1 element}', '  [0] 1', '  and more']);
});

it('says why there is no value', () => {
  const states = ['uninitialised', 'optimised-out', 'unavailable'] as const;
  const rows = shown(states.map((state) => variable(value('v', { state, text: '' }))));
  expect(rows).toEqual(['v not initialised', 'v optimised out', 'v not available here']);
});

it('tells variables of the same name in two scopes apart', () => {
  const ids = variableRows([variable(value('i')), variable(value('i'))], none, 'f').map(({ id }) => id);
  expect(ids).toEqual(['f/i', 'f/i 2']);
});
