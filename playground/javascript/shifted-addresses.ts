import type * as acorn from 'acorn';
import type { AnyNode } from 'acorn';
import type { Reports } from './reports.ts';

/**
 * Has the addresses told that become an index: `p` in `p >> 2` and in `(p >> 2) + i`. `range` is the function's text: one that
 * asks for the bits that the shift drops knows that there may be some, and of it nothing is told.
 */
export function reportShifts(
  reports: Reports,
  key: AnyNode | undefined,
  range: readonly [start?: number, end?: number],
): void {
  if (key?.type !== 'BinaryExpression') return;
  const bits = shiftOf(key);
  if (bits > 0) {
    if (!asksForBits(reports.code.original.slice(...range), bits)) reports.shifted(key.left, bits);
  } else if (key.operator === '+' || key.operator === '-') {
    reportShifts(reports, key.left, range);
    reportShifts(reports, key.right, range);
  }
}

/** Whether a method of this name is called. */
export const isCallOf = ({ type, callee }: acorn.CallExpression | acorn.NewExpression, method: string): boolean =>
  type === 'CallExpression' &&
  callee.type === 'MemberExpression' &&
  callee.property.type === 'Identifier' &&
  callee.property.name === method;

/** By how many bits an address is shifted to an index of elements, 1 to 3; 0 where it is not. */
function shiftOf({ operator, right }: acorn.BinaryExpression): number {
  if ((operator !== '>>' && operator !== '>>>') || right.type !== 'Literal') return 0;
  return right.value === 1 || right.value === 2 || right.value === 3 ? right.value : 0;
}

const asksForBits = (code: string, bits: number): boolean =>
  new RegExp(`(&\\s*~?\\s*${2 ** bits - 1}|%\\s*${2 ** bits})(?!\\d)`).test(code);
