import type { Element, ElementContent } from 'hast';
import { formatAddress, formatByte } from '../../../playground/view-model/hexadecimal.ts';
import { type RegionKind, regionLetter } from '../../../playground/view-model/regions.ts';
import { element, words } from '../html-element.ts';
import { arrowsInto, cellX, type FigureLayout, layOut, overlaps, type PlacedRow, sizes } from './figure-layout.ts';
import { type FigureByte, type MemoryFigure, rowBytes, runsOf } from './figure-model.ts';

/** The hue of a region, as styles name it. */
const hues: Record<RegionKind, string> = {
  reserved: 'free',
  data: 'data',
  'stack-unused': 'stack',
  'stack-used': 'stack',
  heap: 'heap',
  gap: 'free',
  free: 'free',
  unknown: 'free',
};

/** Draws a picture of memory. `label` is what it is for those who do not see it; colours come from the page's styles. */
export function figureSvg(figure: MemoryFigure, label: string): Element {
  const layout = layOut(figure);
  const children = layout.rows.flatMap((placed) => drawRow(placed, figure));
  children.push(...figure.arrows.map((_, index) => drawArrow(index, figure, layout)));
  return element(
    'svg',
    {
      className: ['memory-picture'],
      role: 'img',
      ariaLabel: label,
      viewBox: `0 0 ${layout.width} ${Math.ceil(layout.height)}`,
      style: `max-width: ${Math.round(layout.width * 1.3)}px`,
    },
    children,
  );
}

function drawRow(placed: PlacedRow, figure: MemoryFigure): ElementContent[] {
  const { row, cells, top, labels } = placed;
  const drawn: ElementContent[] = [];
  if (row.isAfterGap) drawn.push(text('⋮', { x: cellX(0) + sizes.cell / 2, y: top - 6, className: ['gap'] }));
  drawn.push(text(formatAddress(row.address), { x: 0, y: cells + 18, className: ['address'] }));
  let region: RegionKind | null = null;
  for (const [index, byte] of row.bytes.entries()) {
    if (byte === null) drawn.push(box(index, cells, ['absent']));
    else drawn.push(...drawByte(byte, index, cells, byte.region !== region));
    region = byte?.region ?? null;
  }
  for (const { first, last, owner } of runsOf(row)) {
    const item = figure.named[owner];
    const isFirst = item !== undefined && item.range.start >= row.address;
    const isLast = item !== undefined && item.range.end <= row.address + rowBytes;
    drawn.push(outline(first, last, cells, isFirst, isLast));
  }
  for (const { text: name, x, y, leader } of labels) {
    if (leader !== null) drawn.push(path(`M${x} ${y - 8}V${leader}`, 'leader'));
    drawn.push(text(name, { x: leader === null ? x : x + 3, y, className: ['name'] }));
  }
  return [...drawn, ...drawViews(placed, figure)];
}

function drawByte(byte: FigureByte, index: number, y: number, isRegionStart: boolean): ElementContent[] {
  const x = cellX(index);
  const hue = byte.region === null ? 'free' : hues[byte.region];
  const drawn: ElementContent[] = [box(index, y, ['held', hue])];
  if (byte.isPadding) {
    drawn.push(
      path(
        `M${x} ${y + 13}l13 -13M${x} ${y + 26}l26 -26M${x + 8} ${y + 26}l26 -26M${x + 21} ${y + 26}l13 -13`,
        'padding',
      ),
    );
  }
  const value = formatByte(byte.value);
  drawn.push(
    text(value, {
      x: x + sizes.cell / 2,
      y: y + 18,
      className: ['value', ...(byte.before === null ? [] : ['changed'])],
    }),
  );
  if (byte.isFreed) drawn.push(path(`M${x + 6} ${y + 13}h${sizes.cell - 12}`, 'freed'));
  // A folded corner: a change is seen without its colour.
  if (byte.before !== null) drawn.push(path(`M${x + sizes.cell} ${y}v10l-10 -10z`, 'corner'));
  const letter = byte.region === null ? '' : regionLetter[byte.region];
  if (isRegionStart && letter !== '') drawn.push(text(letter, { x: x + 2, y: y + 9, className: ['letter'] }));
  return drawn;
}

/** A border around neighbouring bytes, open where the same thing goes on in another row. */
function outline(first: number, last: number, y: number, isFirst: boolean, isLast: boolean): Element {
  const [left, right] = [cellX(first) + 1, cellX(last + 1) - 1];
  const [upper, lower] = [y + 1, y + sizes.cellHeight - 1];
  const sides = isFirst
    ? `M${right} ${upper}H${left}V${lower}H${right}`
    : `M${left} ${upper}H${right}M${left} ${lower}H${right}`;
  return path(isLast ? `${sides}M${right} ${upper}V${lower}` : sides, 'owner');
}

function drawViews({ row, cells }: PlacedRow, { views }: MemoryFigure): ElementContent[] {
  const here = views.filter(({ range }) => overlaps(row, range.start, range.end));
  return here.flatMap(({ label, range, isDetached }, lane) => {
    const y = cells + sizes.cellHeight + lane * sizes.view + 3;
    const from = cellX(Math.max(0, range.start - row.address)) + 1;
    const to = cellX(Math.min(rowBytes, range.end - row.address)) - 1;
    const isFirst = range.start >= row.address;
    const bracket = `M${from} ${y}v${isFirst ? 4 : 0}H${to}${range.end <= row.address + rowBytes ? 'v-4' : ''}`;
    return [
      path(
        isFirst ? bracket : `M${from} ${y + 4}H${to}${range.end <= row.address + rowBytes ? 'v-4' : ''}`,
        isDetached ? 'ghost' : 'view',
      ),
      ...(isFirst ? [text(label, { x: from + 2, y: y + 15, className: ['view-name'] })] : []),
    ];
  });
}

/** From below the pointer's bytes round the right side to the byte that it points at. */
function drawArrow(index: number, figure: MemoryFigure, { rows, width }: FigureLayout): Element {
  const arrow = figure.arrows[index];
  const source = rows.find(({ row }) => arrow && overlaps(row, arrow.from.start, arrow.from.start + 1));
  const target = rows.find(({ row }) => arrow && overlaps(row, arrow.to, arrow.to + 1));
  if (!arrow || !source || !target) throw new Error('an arrow of a figure leads from and to bytes that it shows');
  const end = Math.min(arrow.from.end, source.row.address + rowBytes);
  const startX = (cellX(arrow.from.start - source.row.address) + cellX(end - source.row.address)) / 2;
  const startY = source.cells + sizes.cellHeight - 4;
  const lane = arrowsInto(figure, target.row).indexOf(index);
  const laneY = target.top + lane * sizes.arrow + 4;
  const side = width - 4 - index * sizes.arrow;
  const endX = cellX(arrow.to - target.row.address) + 1;
  return element('g', { className: ['arrow'] }, [
    element('circle', { cx: startX, cy: startY, r: 3 }),
    path(
      `M${startX} ${startY}V${source.bottom + sizes.rowGap / 2 - 1}H${side}V${laneY}H${endX}V${target.cells - 2}`,
      'line',
    ),
    path(`M${endX} ${target.cells + 3}l-4 -8h8z`, 'head'),
  ]);
}

const box = (index: number, y: number, className: string[]): Element =>
  element('rect', { x: cellX(index), y, width: sizes.cell, height: sizes.cellHeight, className });

const path = (d: string, name: string): Element => element('path', { d, className: [name] });

const text = (value: string, properties: Parameters<typeof element>[1]): Element =>
  element('text', properties, [words(value)]);
