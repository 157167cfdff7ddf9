import { type BoundaryHistory, type CrossingPart, goesTo } from '../trace/crossings.ts';
import { counted, formatCount } from './hexadecimal.ts';

/** Bytes that JavaScript copied: into memory, out of it; and those that it was given a view of instead. */
export interface CopiedBytes {
  readonly in: number;
  readonly out: number;
  readonly view: number;
}

/** All that was copied in these parts and within them. */
export function copiedBytes(parts: readonly CrossingPart[]): CopiedBytes {
  const sum = { in: 0, out: 0, view: 0 };
  for (const part of parts) {
    if (part.kind === 'copy') sum[part.direction] += part.range.end - part.range.start;
    else {
      const inner = copiedBytes(part.parts);
      for (const way of ['in', 'out', 'view'] as const) sum[way] += inner[way];
    }
  }
  return sum;
}

/** All copies in a part and within it. */
export function copiesIn(part: CrossingPart): readonly CrossingPart[] {
  if (part.kind === 'crossing') return part.parts.flatMap(copiesIn);
  return part.direction === 'view' ? [] : [part];
}

/** `3 calls, 41 bytes copied in, 17 out`. */
export function boundaryInWords({ parts, isFull }: BoundaryHistory): string {
  const calls = parts.filter(({ kind }) => kind === 'crossing').length;
  return `${isFull ? 'The first ' : ''}${counted(calls, 'call')}, ${copiesInWords(copiedBytes(parts))}`;
}

/** `41 bytes copied in, 17 out`, and what was only shown. */
export function copiesInWords({ in: into, out, view }: CopiedBytes): string {
  const copied = `${counted(into, 'byte')} copied in, ${formatCount(out)} out`;
  return view > 0 ? `${copied}; ${counted(view, 'byte')} shown without a copy` : copied;
}

/** The index of what crosses the boundary at a step: what one is in, or stands before; null where there is nothing. */
export function currentCrossing(parts: readonly CrossingPart[], step: number): number | null {
  const isIn = (part: CrossingPart) =>
    part.kind === 'copy' ? part.step === step : part.begun <= step && step < part.ended;
  const within = parts.findIndex(isIn);
  const index = within >= 0 ? within : parts.findIndex((part) => goesTo(part) === step);
  return index < 0 ? null : index;
}
