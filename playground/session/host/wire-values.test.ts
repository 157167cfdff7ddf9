import { expect, it } from 'vitest';
import { wireText } from './wire-values.ts';

it.each([
  ['i32', 3.7, '3'],
  ['i32', -1.5, '-1'],
  ['i32', undefined, '0'],
  ['i32', null, '0'],
  ['i32', '12', '12'],
  ['i32', 'no number', '0'],
  ['i32', 4_294_967_295, '-1'],
  ['i32', Number.NaN, '0'],
  ['i32', true, '1'],
  ['f32', 0.1, '0.10000000149011612'],
  ['f64', 0.1, '0.1'],
  ['f64', undefined, 'NaN'],
  ['f64', -0, '-0'],
  ['i64', 5n, '5'],
  ['i64', 2n ** 63n, '-9223372036854775808'],
  ['i64', '7', '7'],
  ['i64', 'seven', '?'],
  ['i32', 5n, '?'],
  ['i32', { valueOf: () => expect.unreachable() }, '?'],
] as const)('%s gets %s as %s', (type, value, text) => expect(wireText(type, value)).toBe(text));
