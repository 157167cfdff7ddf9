import { addressWidth, type ByteRow, cellHeight, cellWidth, columns, gapBefore, middleOf } from './byte-rows.ts';

interface ByteArrowProps {
  readonly rows: readonly ByteRow[];
  /** Addresses. */
  readonly from: number;
  readonly to: number;
}

/** An arrow from one byte to another, over the rows. The chosen byte says the same in words. */
export function ByteArrow({ rows, from, to }: ByteArrowProps) {
  const [start, end] = [middleOf(rows, from), middleOf(rows, to)];
  if (!start || !end || from === to) return null;
  const width = addressWidth + columns * cellWidth;
  const height = rows.length * cellHeight + rows.filter(({ follows }) => !follows).length * gapBefore;
  // From edge to edge, so that the two bytes can be read; within a row, over the bytes between.
  const down = Math.sign(end.y - start.y);
  const [x1, y1] = [start.x, start.y + (down || -1) * cellHeight * 0.4];
  const [x2, y2] = [end.x, end.y - (down || 1) * cellHeight * 0.4];
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2 - (down === 0 ? cellHeight * 0.5 : 0)];
  const angle = (Math.atan2(y2 - y, x2 - x) * 180) / Math.PI;
  return (
    <svg
      className="byte-arrow"
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      style={{ width: `${width}rem`, height: `${height}rem` }}
    >
      <path d={`M ${x1} ${y1} Q ${x} ${y} ${x2} ${y2}`} />
      <path
        className="byte-arrow-head"
        d="M 0 0 L -0.6 -0.3 L -0.6 0.3 Z"
        transform={`translate(${x2} ${y2}) rotate(${angle})`}
      />
    </svg>
  );
}
