export { formatAddress } from '../trace/address-text.ts';

/** Digits that every address below `size` bytes fits into. */
export function addressDigits(size: number): number {
  return Math.max(5, (Math.max(size, 1) - 1).toString(16).length);
}

export function formatByte(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, '0');
}

/** The character of a printable ASCII byte, or a middle dot. */
export function printable(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '·';
}

/** Thousands are separated from five digits on, as in the lessons. */
export function formatCount(count: number): string {
  return count < 10_000 ? String(count) : count.toLocaleString('en');
}

/** `1 block`, `24 blocks`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

/** `1 byte`, `24 bytes`; whole pages are told too. */
export function formatSize(bytes: number): string {
  const pages = bytes / 65_536;
  const inPages = bytes > 0 && Number.isInteger(pages) ? ` (${counted(pages, 'page')})` : '';
  return counted(bytes, 'byte') + inPages;
}
