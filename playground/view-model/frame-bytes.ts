import type { ByteRange } from '../trace/memory-state.ts';
import type { Frame } from '../trace/trace.ts';

/** One byte of a frame. */
export interface FrameByte {
  readonly address: number;
  /** The variable that it belongs to; null for what the compiler needs for itself, and for padding. */
  readonly owner: string | null;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/** Bytes beside each other, and the variables that begin among them. */
export interface FrameRow {
  readonly start: number;
  readonly bytes: readonly FrameByte[];
  readonly names: readonly string[];
}

/** Rows of a frame that are shown: a frame may hold an array as large as the stack. */
export const mostFrameRows = 32;

/** The bytes of a frame in rows of `columns`, whole rows by address, from its lowest address on. */
export function frameRows({ bytes, variables }: Frame, columns: number): readonly FrameRow[] {
  if (!bytes) return [];
  const placed = variables.flatMap(({ value }) =>
    value.range && overlaps(value.range, bytes) ? [{ name: value.name, range: value.range }] : [],
  );
  const byteAt = (address: number): FrameByte => {
    const owner = placed.find(({ range }) => address >= range.start && address < range.end);
    return {
      address,
      owner: owner?.name ?? null,
      isFirst: address === owner?.range.start,
      isLast: address + 1 === owner?.range.end,
    };
  };
  const rows: FrameRow[] = [];
  for (let start: number = bytes.start; start < bytes.end && rows.length < mostFrameRows; start += columns) {
    const length = Math.min(columns, bytes.end - start);
    const inRow = Array.from({ length }, (_, index) => byteAt(start + index));
    rows.push({ start, bytes: inRow, names: inRow.flatMap(({ owner, isFirst }) => (owner && isFirst ? [owner] : [])) });
  }
  return rows;
}

const overlaps = (one: ByteRange, other: ByteRange): boolean => one.start < other.end && one.end > other.start;
