import type { Notation } from '../../lesson/question.ts';
import { type QuestionWords, usualWords } from '../question-kind.ts';

/** A number as a learner types it, or what is wrong with it in words. */
export type ReadNumber = { readonly value: number } | { readonly problem: string };

/**
 * Reads decimal, `0x…` and `0b…` numbers. `_` and `'` may separate any digits; commas and spaces only thousands, because
 * `2,5` means two and a half to many. `hex` reads digits without `0x` as hexadecimal too; `decimal` refuses other
 * notations. The unit may follow.
 */
export function readNumber(
  text: string,
  notation: Notation,
  unit: string | null = null,
  words: QuestionWords['number'] = usualWords.number,
): ReadNumber {
  const typed = text.trim();
  if (typed === '') return { problem: words.missing };
  const plain = withoutSeparators(withoutUnit(typed, unit).replace(/^[−–]/, '-'));
  const prefixed = /^(-?)(0x[\da-f]+|0b[01]+)$/i.exec(plain);
  if (prefixed) {
    const [, sign, digits = ''] = prefixed;
    if (notation === 'decimal') return { problem: words.wantsDecimal(typed) };
    if (notation === 'hex' && /^0b/i.test(digits)) return { problem: words.wantsHex(typed) };
    return { value: sign === '-' ? -Number(digits) : Number(digits) };
  }
  if (notation === 'hex') {
    const digits = /^(-?)([\da-f]+)$/i.exec(plain);
    if (digits) return { value: Number.parseInt(plain, 16) };
  } else if (/^-?\d+(\.\d+)?$/.test(plain)) return { value: Number(plain) };
  const examples = { hex: ['0x2A'], decimal: ['42'], any: ['42, 0x2A', '0b101010'] }[notation];
  return { problem: words.unreadable(typed, examples) };
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
