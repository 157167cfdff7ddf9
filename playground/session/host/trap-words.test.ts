import { expect, it } from 'vitest';
import { isTrap, trapInWords } from './trap-words.ts';

const words = {
  outside: 'a read or write outside of memory',
  zero: 'a whole number was divided by zero',
  calls: 'the call stack is exhausted: too many functions called each other without returning',
  fit: 'the result of a division does not fit into its type',
  float: 'a floating-point number did not fit into the integer it was converted to',
  nowhere: 'a call through a function pointer that points at no function',
};

it.each([
  ['V8', 'memory access out of bounds', words.outside],
  ['SpiderMonkey', 'index out of bounds', words.outside],
  ['JavaScriptCore', "Out of bounds memory access (evaluating 'f()')", words.outside],
  ['V8', 'divide by zero', words.zero],
  ['V8', 'remainder by zero', words.zero],
  ['SpiderMonkey', 'integer divide by zero', words.zero],
  ['JavaScriptCore', "Division by zero (evaluating 'f()')", words.zero],
  ['V8', 'divide result unrepresentable', words.fit],
  ['V8', 'float unrepresentable in integer range', words.float],
  ['V8', 'table index is out of bounds', words.nowhere],
  ['JavaScriptCore', "Out of bounds call_indirect (evaluating 'f()')", words.nowhere],
  ['V8', 'Maximum call stack size exceeded', words.calls],
  ['SpiderMonkey', 'too much recursion', words.calls],
])('tells %s\'s "%s" in words', (_engine, message, expected) => {
  expect(trapInWords(message)).toBe(expected);
});

it('passes on what it does not know', () => {
  expect(trapInWords('something new')).toBe('something new');
});

it('knows a trap from an exception', () => {
  expect(isTrap(new WebAssembly.RuntimeError('unreachable'))).toBe(true);
  expect(isTrap(new RangeError('Maximum call stack size exceeded'))).toBe(true);
  expect(isTrap(new RangeError('Invalid array length'))).toBe(false);
  expect(isTrap('unreachable')).toBe(false);
});
