import { describe, expect, it } from 'vitest';
import { formatResult, parseArguments } from './arguments.ts';

const valuesOf = (type: Parameters<typeof parseArguments>[0][number], text: string) => {
  const parsed = parseArguments([type], [text]);
  return parsed.ok ? parsed.values[0] : parsed.message;
};

describe('arguments as a learner types them', () => {
  it.each([
    ['i32', '0x10', 16],
    ['i32', ' -3 ', -3],
    ['i32', '0xffffffff', -1],
    ['i32', '7n', 7],
    ['i64', '12', 12n],
    ['i64', '12n', 12n],
    ['i64', '-0x10', -16n],
    ['i64', '18446744073709551615', -1n],
    ['f64', '-1.5', -1.5],
    ['f64', '.5e2', 50],
    ['f32', '0x10', 16],
    ['f64', '-Infinity', Number.NEGATIVE_INFINITY],
    ['f64', 'NaN', Number.NaN],
    ['externref', 'null', null],
  ] as const)('reads %s from "%s"', (type, text, value) => {
    expect(valuesOf(type, text)).toEqual(value);
  });

  it.each([
    ['i32', '1.5', 'argument 1: "1.5" is not a 32-bit integer'],
    ['i32', '4294967296', 'argument 1: "4294967296" is not a 32-bit integer'],
    ['i32', '', 'argument 1: "" is not a 32-bit integer'],
    ['i64', 'x', 'argument 1: "x" is not a 64-bit integer'],
    ['f64', '1,5', 'argument 1: "1,5" is not a number'],
    ['v128', '1', 'argument 1: "1" is not possible: JavaScript cannot pass a vector (v128)'],
  ] as const)('refuses for %s "%s" instead of passing something else', (type, text, message) => {
    expect(valuesOf(type, text)).toBe(message);
  });

  it('counts them', () => {
    expect(parseArguments(['i32'], [])).toEqual({ ok: false, message: 'expects 1 argument, got 0' });
    expect(parseArguments([], ['1'])).toEqual({ ok: false, message: 'expects 0 arguments, got 1' });
  });
});

it('shows results as text', () => {
  expect(formatResult(undefined)).toBeNull();
  expect(formatResult(12n)).toBe('12');
  expect(formatResult(-0)).toBe('-0');
  expect(formatResult([1, 2n])).toBe('1, 2');
});
