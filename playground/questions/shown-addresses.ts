import type { ShownMemory } from '../lesson/question.ts';

/** All addresses that a question shows, ascending. */
export function shownAddresses({ pieces }: ShownMemory): readonly number[] {
  return pieces.flatMap(({ address, bytes }) => bytes.map((_, index) => address + index));
}
