import type { Notation } from '../../lesson/question.ts';
import { type QuestionWords, usualWords } from '../question-kind.ts';

/** A number as a learner types it, or what is wrong with it in words. */
export type ReadNumber = { readonly value: number } | { readonly problem: string };

/**
 * Reads decimal, `0x…` and `0b…` numbers. `_` and `'` may separate any digits, and spaces those of a prefixed or hexadecimal
 * number; commas and spaces otherwise only thousands, because `2,5` means two and a half to many. `hex` reads digits without
 * `0x` as hexadecimal too; `decimal` refuses other notations. The unit may follow, in its singular or plural; where it is
 * bytes also KiB, MiB or GiB. Full-width digits and letters, as some keyboards write them, are the same as others.
 */
export function readNumber(
  text: string,
  notation: Notation,
  unit: string | null = null,
  words: QuestionWords['number'] = usualWords.number,
): ReadNumber {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return { problem: words.missing };
  const { digits, factor } = withoutUnit(typed, unit);
  if (factor === null) return { problem: words.twoMeanings(typed) };
  const read = readDigits(digits, notation);
  if ('value' in read) return { value: read.value * factor };
  if (read.problem !== 'unreadable') return { problem: words[read.problem](typed) };
  const examples = { hex: ['0x2A'], decimal: ['42'], any: ['42, 0x2A', '0b101010'] }[notation];
  return { problem: words.unreadable(typed, examples) };
}

function readDigits(
  typed: string,
  notation: Notation,
): { readonly value: number } | { readonly problem: 'wantsDecimal' | 'wantsHex' | 'unreadable' } {
  const plain = withoutSeparators(typed.replace(/^[−–]\s*/, '-').replace(/^\+/, ''));
  const joined = plain.replaceAll(/\s+/g, '');
  const prefixed = /^(-?)(0x[\da-f]+|0b[01]+)$/i.exec(joined);
  if (prefixed) {
    const [, sign, digits = ''] = prefixed;
    if (notation === 'decimal') return { problem: 'wantsDecimal' };
    if (notation === 'hex' && /^0b/i.test(digits)) return { problem: 'wantsHex' };
    return { value: sign === '-' ? -Number(digits) : Number(digits) };
  }
  if (notation === 'hex') {
    if (/^-?[\da-f]+$/i.test(joined)) return { value: Number.parseInt(joined, 16) };
  } else if (/^-?\d+(\.\d+)?$/.test(plain)) return { value: Number(plain) };
  return { problem: 'unreadable' };
}

const sizes: Readonly<Record<string, number>> = { b: 1, kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3 };

/** The number without the unit behind it, and what to multiply it by; null for a unit that means one thing here, another there. */
function withoutUnit(typed: string, unit: string | null): { readonly digits: string; readonly factor: number | null } {
  // `b` and a few more letters are also hexadecimal digits: a unit that may be one stands apart.
  const [, digits, named] = /^(.*?[\da-f])(\s*[a-zµμ]+)$/i.exec(typed) ?? [];
  if (unit === null || digits === undefined || named === undefined) return { digits: typed, factor: 1 };
  const name = named.trim().toLowerCase();
  const wanted = unit.toLowerCase();
  const singular = (word: string): string => word.replace(/s$/, '');
  if (singular(name) === singular(wanted)) return { digits, factor: 1 };
  if (singular(wanted) !== 'byte') return { digits: typed, factor: 1 };
  if (/^[kmg]b$/.test(name)) return { digits, factor: null };
  const factor = name === 'b' && !/^\s/.test(named) ? undefined : sizes[name];
  return factor === undefined ? { digits: typed, factor: 1 } : { digits, factor };
}

function withoutSeparators(typed: string): string {
  const thousands = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^-?\d{1,3}(?: \d{3})+(?:\.\d+)?$/;
  const plain = typed.replaceAll(/(?<=[\da-f])[_'’](?=[\da-f])/gi, '');
  return thousands.test(plain) ? plain.replaceAll(/[, ]/g, '') : plain;
}
