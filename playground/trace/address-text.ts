/**
 * An address as every panel, sentence and finding writes it: at least five digits, so that those below 1 MiB are all
 * as wide. `digits` makes it wider, for a column of them.
 */
export function formatAddress(address: number, digits = 5): string {
  return `0x${address.toString(16).padStart(digits, '0')}`;
}
