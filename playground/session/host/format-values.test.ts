import { expect, it } from 'vitest';
import { formatValues } from './format-values.ts';

it.each([
  [['a', 1, 2n, null, undefined, true], 'a 1 2n null undefined true'],
  [[-0], '-0'],
  [[['a', [1]]], '["a", [1]]'],
  [[{ a: 1, b: { c: 'x' } }], '{ a: 1, b: { c: "x" } }'],
  [[{}], '{}'],
  [[new Uint8Array([1, 2])], 'Uint8Array(2) [1, 2]'],
  [[new DataView(new ArrayBuffer(4))], 'DataView(4)'],
  [[new Map([[1, 2]])], 'Map(1) [[1, 2]]'],
  [[new TypeError('x')], 'TypeError: x'],
  [[function name() {}], '[function name]'],
] as const)('prints values as one would write them: %#', (values, text) => {
  expect(formatValues(values)).toBe(text);
});

it('cuts what is long and what is deep, and survives what is circular', () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  expect(formatValues([new Uint8Array(100)])).toMatch(/^Uint8Array\(100\) \[(0, ){32}… 68 more\]$/);
  expect(formatValues([circular])).toBe('{ self: { self: { self: {…} } } }');
});

it('says so when a value cannot be shown', () => {
  const hostile = Object.defineProperty({}, 'a', {
    enumerable: true,
    get() {
      throw new Error('no');
    },
  });
  expect(formatValues([hostile])).toBe('[cannot be shown: no]');
});
