import type { WasmType } from '../run.ts';

export type WasmValue = number | bigint | null;
export type ParsedArguments =
  | { readonly ok: true; readonly values: readonly WasmValue[] }
  | { readonly ok: false; readonly message: string };

const integer = /^[+-]?(0x[0-9a-f]+|0b[01]+|0o[0-7]+|\d+)n?$/i;
const decimal = /^[+-]?(\d+\.?\d*(e[+-]?\d+)?|\.\d+(e[+-]?\d+)?|infinity|nan)$/i;

/**
 * Reads what a learner typed as the arguments of one exported function: decimal, `0x`, `0b` and `0o` numbers, i64 with
 * or without `n`. Integers may be signed or unsigned, as in C; one that does not fit is refused, never wrapped.
 */
export function parseArguments(types: readonly WasmType[], texts: readonly string[]): ParsedArguments {
  if (types.length !== texts.length)
    return { ok: false, message: `expects ${count(types.length)}, got ${texts.length}` };
  const values: WasmValue[] = [];
  for (const [index, type] of types.entries()) {
    const text = (texts[index] ?? '').trim();
    const value = parseValue(type, text);
    if (value === undefined)
      return { ok: false, message: `argument ${index + 1}: "${text}" is not ${described(type)}` };
    values.push(value);
  }
  return { ok: true, values };
}

/** A result as text: numbers in decimal, a missing result as null. */
export function formatResult(result: unknown): string | null {
  if (result === undefined) return null;
  if (Array.isArray(result)) return result.map((value) => formatResult(value)).join(', ');
  if (Object.is(result, -0)) return '-0';
  return String(result);
}

function parseValue(type: WasmType, text: string): WasmValue | undefined {
  switch (type) {
    case 'i32':
      return fitting(text, 32, (value) => Number(BigInt.asIntN(32, value)));
    case 'i64':
      return fitting(text, 64, (value) => BigInt.asIntN(64, value));
    case 'f32':
    case 'f64':
      return parseFloatingPoint(text);
    case 'funcref':
    case 'externref':
      return text === 'null' ? null : undefined;
    case 'v128':
      return undefined;
    default:
      return type satisfies never;
  }
}

function fitting(text: string, bits: number, convert: (value: bigint) => WasmValue): WasmValue | undefined {
  if (!integer.test(text)) return undefined;
  const value = parseInteger(text);
  const fits = value >= -(2n ** BigInt(bits - 1)) && value < 2n ** BigInt(bits);
  return fits ? convert(value) : undefined;
}

function parseInteger(text: string): bigint {
  const magnitude = BigInt(text.replace(/^[+-]/, '').replace(/n$/i, '').toLowerCase());
  return text.startsWith('-') ? -magnitude : magnitude;
}

function parseFloatingPoint(text: string): number | undefined {
  if (integer.test(text)) return Number(parseInteger(text));
  if (!decimal.test(text)) return undefined;
  const sign = text.startsWith('-') ? -1 : 1;
  const magnitude = text.replace(/^[+-]/, '').toLowerCase();
  if (magnitude === 'infinity') return sign * Number.POSITIVE_INFINITY;
  return magnitude === 'nan' ? Number.NaN : sign * Number(magnitude);
}

function described(type: WasmType): string {
  switch (type) {
    case 'i32':
      return 'a 32-bit integer';
    case 'i64':
      return 'a 64-bit integer';
    case 'f32':
    case 'f64':
      return 'a number';
    case 'v128':
      return 'possible: JavaScript cannot pass a vector (v128)';
    case 'funcref':
    case 'externref':
      return 'null, the only reference that can be typed';
    default:
      return type satisfies never;
  }
}

function count(arguments_: number): string {
  return arguments_ === 1 ? '1 argument' : `${arguments_} arguments`;
}
