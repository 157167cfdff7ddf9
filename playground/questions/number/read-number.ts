import type { Notation } from '../../lesson/question.ts';

/** A number as a learner types it, or what is wrong with it in words. */
export type ReadNumber = { readonly value: number } | { readonly problem: string };

/**
 * Reads decimal, `0x…` and `0b…` numbers; `_`, `'`, commas and spaces may separate digits. `hex` reads digits without
 * `0x` as hexadecimal too; `decimal` refuses other notations.
 */
export function readNumber(text: string, notation: Notation): ReadNumber {
  const plain = text.trim().replaceAll(/(?<=[\da-f])[_', ](?=[\da-f])/gi, '');
  if (plain === '') return { problem: 'Type a number first.' };
  const prefixed = /^(-?)(0x[\da-f]+|0b[01]+)$/i.exec(plain);
  if (prefixed) {
    if (notation === 'decimal') return { problem: `Write it in decimal: \`${text.trim()}\` is not.` };
    const size = Number(prefixed[2]);
    return { value: prefixed[1] === '-' ? -size : size };
  }
  if (notation === 'hex' && /^[\da-f]+$/i.test(plain)) return { value: Number.parseInt(plain, 16) };
  if (notation !== 'hex' && /^-?\d+(\.\d+)?$/.test(plain)) return { value: Number(plain) };
  const example = { hex: '0x410', decimal: '1040', any: '1040 or 0x410' }[notation];
  return { problem: `"${text.trim()}" is not a number. Write it like ${example}.` };
}
