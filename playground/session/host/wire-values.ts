import type { WasmType } from '../run.ts';
import { asIntN, fround } from './intrinsics.ts';

const toBigInt = BigInt;

/**
 * A JavaScript value as it reaches Wasm when it is passed for a type (JavaScript API, "ToWebAssemblyValue"), as text; `?`
 * where only code of the script could tell.
 */
export function wireText(type: WasmType, value: unknown): string {
  switch (type) {
    case 'i32':
    case 'f32':
    case 'f64': {
      const number = numberOf(value);
      if (number === null) return '?';
      const wired = type === 'i32' ? number | 0 : type === 'f32' ? fround(number) : number;
      return wired === 0 && 1 / wired < 0 ? '-0' : `${wired}`;
    }
    case 'i64':
      return wideText(value);
    case 'funcref':
    case 'externref':
      return value === null ? 'null' : 'a reference';
    case 'v128':
      return '?';
    default:
      return type satisfies never;
  }
}

/** What `Number` would make of it, without running code. */
function numberOf(value: unknown): number | null {
  switch (typeof value) {
    case 'number':
    case 'boolean':
    case 'string':
    case 'undefined':
      return +(value as number);
    default:
      return value === null ? 0 : null;
  }
}

function wideText(value: unknown): string {
  if (typeof value === 'bigint') return `${asIntN(64, value)}`;
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value !== 'string') return '?';
  try {
    return `${asIntN(64, toBigInt(value))}`;
  } catch {
    return '?'; // no integer: the call throws
  }
}
