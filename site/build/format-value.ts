import type { Value } from './read-value.ts';

export type ValueNotation = 'hex' | 'decimal' | 'pages';

/** As the panels write it: addresses in hexadecimal, sizes and counts in decimal. */
export function formatValue(value: Value, notation: ValueNotation | null): string {
  switch (value.kind) {
    case 'bytes':
      return value.bytes.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
    case 'text':
      return value.text;
    case 'number': {
      const chosen = notation ?? (value.measures === 'address' ? 'hex' : 'decimal');
      if (chosen === 'pages') return group(Number(value.value) / 65_536);
      return chosen === 'hex' ? `0x${value.value.toString(16)}` : group(value.value);
    }
    default:
      return value satisfies never;
  }
}

/** Thousands are separated from five digits on, so that 1024 stays as it is written in code. */
function group(value: number | bigint): string {
  const text = String(value);
  return /^\d{5,}$/.test(text) ? text.replaceAll(/\B(?=(\d{3})+$)/g, ',') : text;
}
