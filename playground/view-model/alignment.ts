/** The largest power of two that divides an address, up to a page: what the address is aligned to, in bytes. */
export function alignmentOf(address: number): number {
  if (address === 0) return 65_536;
  let alignment = 1;
  while (alignment < 65_536 && address % (alignment * 2) === 0) alignment *= 2;
  return alignment;
}
