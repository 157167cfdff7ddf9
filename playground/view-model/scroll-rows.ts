/**
 * Maps the scroll position of an element to rows of bytes. Browsers clamp the height of an element at some 33 million
 * pixels, so a large memory is scrolled in proportion; which row is at the top is kept as a number, and is exact.
 */
export interface RowScale {
  /** Pixels: the height to give to the scrolled content. */
  readonly height: number;
  /** The row at the top for a scroll position, 0 for the first. */
  rowAt(scrollTop: number): number;
  /** The scroll position that shows a row at the top. */
  topOf(row: number): number;
}

const tallest = 8_000_000;

/** `rows` in all, each `rowHeight` pixels, of which `visible` fit. */
export function rowScale(rows: number, rowHeight: number, visible: number): RowScale {
  const lastTop = Math.max(0, rows - visible);
  const height = Math.min(rows * rowHeight, tallest);
  const reach = height - visible * rowHeight;
  const isExact = rows * rowHeight <= tallest;
  return {
    height,
    rowAt(scrollTop) {
      if (lastTop === 0 || reach <= 0) return 0;
      const row = isExact ? scrollTop / rowHeight : (scrollTop / reach) * lastTop;
      return Math.min(lastTop, Math.max(0, Math.round(row)));
    },
    topOf(row) {
      if (lastTop === 0 || reach <= 0) return 0;
      const at = Math.min(row, lastTop);
      return isExact ? at * rowHeight : (at / lastTop) * reach;
    },
  };
}
