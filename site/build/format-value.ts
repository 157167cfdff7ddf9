import { originalLanguage } from '../../playground/lesson/lesson.ts';
import type { Value } from './read-value.ts';

export type ValueNotation = 'hex' | 'decimal' | 'pages';

/** As the panels write it: addresses in hexadecimal, sizes and counts in decimal. */
export function formatValue(value: Value, notation: ValueNotation | null, language = originalLanguage): string {
  switch (value.kind) {
    case 'bytes':
      return value.bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
    case 'text':
      return value.text;
    case 'number': {
      const chosen = notation ?? (value.measures === 'address' ? 'hex' : 'decimal');
      if (chosen === 'pages') return group(Number(value.value) / 65_536, language);
      return chosen === 'hex' ? `0x${value.value.toString(16)}` : group(value.value, language);
    }
    default:
      return value satisfies never;
  }
}

/** Thousands are separated from five digits on, so that 1024 stays as it is written in code. */
function group(value: number | bigint, language: string): string {
  const text = String(value);
  return /^\d{5,}$/.test(text) ? new Intl.NumberFormat(language).format(BigInt(text)) : text;
}
