import type { ObjectPattern } from 'acorn';
import { measures } from './syntax.ts';

/** What is asked of an object that a pattern takes apart: how much it holds, or its elements by index; null for neither. */
export function askedBy({ properties }: ObjectPattern): 'measure' | 'look' | null {
  let asked: 'look' | null = null;
  for (const each of properties) {
    if (each.type === 'RestElement') asked = 'look';
    else if (!each.computed && each.key.type === 'Identifier' && measures.has(each.key.name)) return 'measure';
    else if (each.computed || (each.key.type === 'Literal' && /^\d+$/.test(String(each.key.value)))) asked = 'look';
  }
  return asked;
}
