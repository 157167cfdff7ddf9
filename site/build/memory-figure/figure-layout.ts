import { type FigureRow, type MemoryFigure, rowBytes, runsOf } from './figure-model.ts';

/** Sizes in the picture's own units; a letter of a byte is about 8 wide. */
export const sizes = {
  cell: 34,
  cellHeight: 26,
  /** The column of addresses. */
  left: 62,
  label: 16,
  arrow: 10,
  view: 18,
  rowGap: 10,
  gapRow: 18,
} as const;

/** About how wide a letter of a label is. */
const letter = 6.8;

export interface PlacedLabel {
  readonly text: string;
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  /** How far a raised label's line reaches down; null for one that stands on its bytes. */
  readonly leader: number | null;
}

export interface PlacedRow {
  readonly row: FigureRow;
  /** Upper edge of the row, and of its cells. */
  readonly top: number;
  readonly cells: number;
  readonly labels: readonly PlacedLabel[];
  readonly bottom: number;
}

export interface FigureLayout {
  readonly rows: readonly PlacedRow[];
  readonly width: number;
  readonly height: number;
}

/** Left edge of a byte of a row. */
export const cellX = (index: number): number => sizes.left + index * sizes.cell;

/** Where everything is drawn: from the lowest address, at the top, down. */
export function layOut(figure: MemoryFigure): FigureLayout {
  const isPointedAt = (address: number): boolean => figure.arrows.some(({ to }) => to === address);
  const named = new Set<number>();
  let top = 4;
  const rows = figure.rows.map((row): PlacedRow => {
    if (row.isAfterGap) top += sizes.gapRow;
    const incoming = arrowsInto(figure, row).length;
    // What began in a row above has its name there.
    const begins = runsOf(row).filter(({ owner }) => !named.has(owner));
    for (const { owner } of begins) named.add(owner);
    const lanes = assignLanes(begins.map(({ first, owner }) => ({ first, text: labelOf(figure, owner) })));
    const height = Math.max(0, ...lanes.map(({ lane }) => lane + 1)) * sizes.label;
    const cells = top + incoming * sizes.arrow + height;
    const labels = lanes.map(({ text, first, lane }) => ({
      text,
      x: cellX(first) + (isPointedAt(row.address + first) ? 7 : 3),
      y: cells - lane * sizes.label - 4,
      leader: lane === 0 ? null : cells,
    }));
    const below = figure.views.filter(({ range }) => overlaps(row, range.start, range.end)).length * sizes.view;
    const placed = { row, top, cells, labels, bottom: cells + sizes.cellHeight + below };
    top = placed.bottom + sizes.rowGap;
    return placed;
  });
  const gutter = figure.arrows.length === 0 ? 4 : 10 + figure.arrows.length * sizes.arrow;
  // Arrows run past the ends of long names.
  const ends = rows.flatMap(({ labels }) => labels.map(({ text, x }) => Math.ceil(x + text.length * letter)));
  return { rows, width: Math.max(cellX(rowBytes), ...ends) + gutter, height: top - 2 };
}

/** Whether a row has bytes of a range. */
export const overlaps = ({ address }: FigureRow, start: number, end: number): boolean =>
  start < address + rowBytes && end > address;

/** Indices of the arrows that end in a row. */
export const arrowsInto = ({ arrows }: MemoryFigure, row: FigureRow): readonly number[] =>
  arrows.flatMap(({ to }, index) => (overlaps(row, to, to + 1) ? [index] : []));

function labelOf({ named }: MemoryFigure, owner: number): string {
  const item = named[owner];
  if (!item) return '';
  const { name, value, pointsAt } = item;
  return pointsAt === null && isShort(value) ? `${name} = ${value}` : name;
}

const isShort = (value: string): boolean => /^-?[\d.]{1,6}$/.test(value);

interface Lane {
  readonly first: number;
  readonly text: string;
  readonly lane: number;
}

/** Labels that would run into the next one are raised above it. */
function assignLanes(labels: readonly { readonly first: number; readonly text: string }[]): readonly Lane[] {
  const placed: Lane[] = [];
  // From the right: a long name goes above what follows it.
  for (const label of labels.toReversed()) {
    const end = cellX(label.first) + label.text.length * letter + 8;
    let lane = 0;
    while (placed.some((other) => other.lane >= lane && other.first > label.first && cellX(other.first) < end)) lane++;
    placed.push({ ...label, lane });
  }
  return placed.reverse();
}
