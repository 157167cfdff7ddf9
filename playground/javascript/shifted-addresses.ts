import type * as acorn from 'acorn';
import type { AnyNode } from 'acorn';
import type { ScriptVariable } from '../trace/script-sites.ts';
import type { Reports } from './reports.ts';
import type { FunctionScopes } from './scopes.ts';

/** Bits of a shift to an index that a variable keeps: `>> 1` halves counts as often as it makes an index. */
const keptBits = [2, 3];

/** Has the addresses told that become an index by a shift. */
export class ShiftedAddresses {
  /** Indices that variables keep, with their ordinals in the script. */
  readonly #kept = new Map<ScriptVariable, number>();

  constructor(readonly reports: Reports) {}

  /**
   * Has the addresses in an index told: `p` in `p >> 2` and in `(p >> 2) + i`, and that of an index which a variable keeps. A
   * function that asks for the bits that the shift drops knows that there may be some: of it nothing is told.
   */
  inIndex(key: AnyNode | undefined, scopes: FunctionScopes): void {
    const name = key?.type === 'UpdateExpression' ? key.argument : key;
    if (key && name?.type === 'Identifier') {
      const variable = scopes.find(name.name);
      const number = variable && this.#kept.get(variable);
      if (typeof number === 'number') this.reports.keptIndex(key, number);
    }
    if (key?.type !== 'BinaryExpression') return;
    const bits = shiftOf(key);
    if (bits > 0) {
      if (!asksForBits(this.#text(scopes), bits)) this.reports.shifted(key.left, bits);
    } else if (key.operator === '+' || key.operator === '-') {
      this.inIndex(key.left, scopes);
      this.inIndex(key.right, scopes);
    }
  }

  /** Notes `const index = p >> 2`, where the variable is an index ever after: its function assigns nothing else to the name. */
  declared(id: acorn.Pattern, value: AnyNode, scopes: FunctionScopes): void {
    if (id.type !== 'Identifier' || value.type !== 'BinaryExpression') return;
    const [bits, text, variable] = [shiftOf(value), this.#text(scopes), scopes.find(id.name)];
    if (!variable || !keptBits.includes(bits) || asksForBits(text, bits)) return;
    if (isRoundedUp(value.left, bits)) return;
    const assigned = new RegExp(`(?<![\\w$.])${id.name.replaceAll('$', '\\$')}\\s*=(?![=>])`, 'g');
    if (text.match(assigned)?.length !== 1) return;
    this.reports.keptShift(value.left, bits, this.#kept.size);
    this.#kept.set(variable, this.#kept.size);
  }

  #text({ range }: FunctionScopes): string {
    return this.reports.code.original.slice(...range);
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

/** `p + 3` in `(p + 3) >> 2`. */
const isRoundedUp = (address: AnyNode, bits: number): boolean =>
  address.type === 'BinaryExpression' &&
  address.operator === '+' &&
  address.right.type === 'Literal' &&
  address.right.value === 2 ** bits - 1;
