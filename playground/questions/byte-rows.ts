import type { ShownMemory } from '../lesson/question.ts';

/** Bytes in a row. */
export const columns = 8;
/** Lengths of the drawing, in rem: the addresses' column, a byte's cell, the room before a row that does not follow. A
 * narrow page has 18.9 rem. */
export const addressWidth = 4.25;
export const cellWidth = 1.8;
export const cellHeight = 2;
export const gapBefore = 0.75;

export interface ByteRow {
  /** Address of the row's first place; a multiple of eight. */
  readonly start: number;
  /** Whether the row before it is the one before it in memory. */
  readonly follows: boolean;
  readonly cells: readonly { readonly address: number; readonly byte: number }[];
}

/** Rows of eight bytes, those that hold any. */
export function rowsOf({ pieces }: ShownMemory): readonly ByteRow[] {
  const rows = new Map<number, { address: number; byte: number }[]>();
  for (const { address: first, bytes } of pieces) {
    bytes.forEach((byte, index) => {
      const address = first + index;
      const start = address - (address % columns);
      rows.set(start, [...(rows.get(start) ?? []), { address, byte }]);
    });
  }
  return [...rows].map(([start, cells], index, all) => {
    const before = all[index - 1];
    return { start, follows: !before || before[0] + columns === start, cells };
  });
}

/** The middle of a byte's cell in the drawing, in rem; null when it is not shown. */
export function middleOf(rows: readonly ByteRow[], address: number): { readonly x: number; readonly y: number } | null {
  const row = rows.findIndex(({ cells }) => cells.some((cell) => cell.address === address));
  if (row === -1) return null;
  const gaps = rows.slice(0, row + 1).filter(({ follows }) => !follows).length;
  return {
    x: addressWidth + ((address % columns) + 0.5) * cellWidth,
    y: (row + 0.5) * cellHeight + gaps * gapBefore,
  };
}
