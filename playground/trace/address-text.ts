import { memoryOf, memorySpan } from './memory-state.ts';

/**
 * An address as every panel, sentence and finding writes it: at least five digits, so that those below 1 MiB are all
 * as wide. `digits` makes it wider, for a column of them. It says
 * of what memory it is where that is not the first.
 */
export function formatAddress(address: number, digits = 5): string {
  const memory = memoryOf(address);
  const text = `0x${(address - memory * memorySpan).toString(16).padStart(digits, '0')}`;
  return memory > 0 ? `${text} of memory ${memory}` : text;
}
