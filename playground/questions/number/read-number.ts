import type { Notation } from '../../lesson/question.ts';

/** A number as a learner types it, or what is wrong with it in words. */
export type ReadNumber = { readonly value: number } | { readonly problem: string };

/**
 * Reads decimal, `0x…` and `0b…` numbers. `_` and `'` may separate any digits; commas and spaces only thousands, because
 * `2,5` means two and a half to many. `hex` reads digits without `0x` as hexadecimal too; `decimal` refuses other
 * notations. The unit may follow.
 */
export function readNumber(text: string, notation: Notation, unit: string | null = null): ReadNumber {
  const typed = text.trim();
  if (typed === '') return { problem: 'Type a number first.' };
  const plain = withoutSeparators(withoutUnit(typed, unit).replace(/^[−–]/, '-'));
  const prefixed = /^(-?)(0x[\da-f]+|0b[01]+)$/i.exec(plain);
  if (prefixed) {
    const [, sign, digits = ''] = prefixed;
    if (notation === 'decimal') return { problem: `Write it in decimal: “${typed}” is not.` };
    if (notation === 'hex' && /^0b/i.test(digits)) return { problem: `Write it in hexadecimal: “${typed}” is binary.` };
    return { value: sign === '-' ? -Number(digits) : Number(digits) };
  }
  if (notation === 'hex') {
    const digits = /^(-?)([\da-f]+)$/i.exec(plain);
    if (digits) return { value: Number.parseInt(plain, 16) };
  } else if (/^-?\d+(\.\d+)?$/.test(plain)) return { value: Number(plain) };
  const example = { hex: '0x2A', decimal: '42', any: '42, 0x2A or 0b101010' }[notation];
  return { problem: `“${typed}” cannot be read as a number. Write it like ${example}.` };
}

function withoutUnit(typed: string, unit: string | null): string {
  const ends = unit !== null && typed.toLowerCase().endsWith(unit.toLowerCase());
  return ends ? typed.slice(0, -unit.length).trimEnd() : typed;
}

function withoutSeparators(typed: string): string {
  const thousands = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:\.\d+)?$/;
  const plain = typed.replaceAll(/(?<=[\da-f])[_'’](?=[\da-f])/gi, '');
  return thousands.test(plain) ? plain.replaceAll(/[, \u00a0\u202f]/g, '') : plain;
}
