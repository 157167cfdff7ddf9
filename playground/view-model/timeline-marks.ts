import type { EventKind, Overview } from '../trace/trace.ts';

/** How a kind of event is drawn: a lane from the top, and a shape of its own within it. */
export interface MarkSign {
  readonly kind: EventKind;
  /** The same shape as a character, for lists and legends. */
  readonly glyph: string;
  readonly name: string;
  readonly lane: number;
  /** SVG path round (0, 0), about 8 pixels wide. */
  readonly shape: string;
}

export const markSigns: readonly MarkSign[] = [
  { kind: 'finding', glyph: '✖', name: 'finding', lane: 0, shape: 'm-4 -4l8 8m-8 0l8 -8' },
  { kind: 'growth', glyph: '◆', name: 'growth', lane: 0, shape: 'm0 -5l5 5l-5 5l-5 -5z' },
  { kind: 'view', glyph: '◫', name: 'view', lane: 0, shape: 'm-4 -4h8v8h-8zm4 0v8' },
  { kind: 'crossing', glyph: '⇄', name: 'crossing', lane: 0, shape: 'm-4.5 -2h8l-2.5 -2.5m3.5 6.5h-8l2.5 2.5' },
  { kind: 'allocation', glyph: '▲', name: 'allocation', lane: 1, shape: 'm0 -4l4.5 8h-9z' },
  { kind: 'release', glyph: '▽', name: 'release', lane: 1, shape: 'm-4.5 -4h9l-4.5 8z' },
  { kind: 'output', glyph: '●', name: 'output', lane: 1, shape: 'm-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z' },
  { kind: 'call', glyph: '↳', name: 'call', lane: 2, shape: '' },
  { kind: 'return', glyph: '↰', name: 'return', lane: 2, shape: '' },
];

/** Pixels: each lane's middle is this far below the one above. */
export const laneHeight = 14;

/** The shapes of one kind as one path, and how many events they stand for. */
export interface MarkPath {
  readonly sign: MarkSign;
  readonly path: string;
  readonly count: number;
}

/** All marks on a timeline of `width` pixels: one path a kind, however many events. Marks that would overlap are one. */
export function markPaths({ events }: Overview, width: number): readonly MarkPath[] {
  return markSigns.flatMap((sign) => {
    const counts = events[sign.kind];
    const count = counts.reduce((sum, each) => sum + each, 0);
    if (count === 0 || sign.shape === '') return [];
    const y = sign.lane * laneHeight + laneHeight / 2;
    let path = '';
    let free = Number.NEGATIVE_INFINITY;
    counts.forEach((each, index) => {
      const x = ((index + 0.5) / counts.length) * width;
      if (each === 0 || x < free) return;
      path += `M${x.toFixed(1)} ${y}${sign.shape}`;
      free = x + 6;
    });
    return [{ sign, path, count }];
  });
}

/** The depth of calls along the run as an area, `height` pixels high at its deepest. */
export function depthPath({ depths }: Overview, width: number, height: number): string {
  const most = Math.max(1, ...depths);
  const part = width / Math.max(1, depths.length);
  const steps = depths.map((depth, index) => {
    const y = (height * (1 - depth / most)).toFixed(1);
    return `L${(index * part).toFixed(1)} ${y}H${((index + 1) * part).toFixed(1)}`;
  });
  return `M0 ${height}${steps.join('')}V${height}z`;
}
