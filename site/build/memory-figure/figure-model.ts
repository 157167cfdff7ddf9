import type { ByteRange, MemoryState } from '../../../playground/trace/memory-state.ts';
import type { Change, Moment } from '../../../playground/trace/trace.ts';
import { changedBytes } from '../../../playground/view-model/changed-bytes.ts';
import { viewPlace } from '../../../playground/view-model/place.ts';
import { type RegionKind, regionAt, regionsOf } from '../../../playground/view-model/regions.ts';
import { type NamedBytes, namedBytes } from './named-bytes.ts';

/** Bytes of one row: few enough for a phone. */
export const rowBytes = 8;

export interface FigureByte {
  readonly address: number;
  readonly value: number;
  readonly region: RegionKind | null;
  /** Index in `named` of what it belongs to; null where nothing is known. */
  readonly owner: number | null;
  /** Within a struct, but of none of its fields. */
  readonly isPadding: boolean;
  readonly isFreed: boolean;
  /** What it was before this step; null where the step left it alone. */
  readonly before: number | null;
}

/** Eight bytes from a multiple of 8 on; those that are not shown are null. */
export interface FigureRow {
  readonly address: number;
  readonly bytes: readonly (FigureByte | null)[];
  /** Bytes between the row before and this one are left out. */
  readonly isAfterGap: boolean;
}

export interface FigureArrow {
  /** Of the pointer. */
  readonly from: ByteRange;
  readonly to: number;
}

export interface FigureView {
  readonly label: string;
  readonly range: ByteRange;
  readonly isDetached: boolean;
}

/** Some of a memory at one moment, as a picture of it is drawn and told. */
export interface MemoryFigure {
  readonly rows: readonly FigureRow[];
  readonly named: readonly NamedBytes[];
  /** From pointers that are shown to bytes that are shown. */
  readonly arrows: readonly FigureArrow[];
  readonly views: readonly FigureView[];
}

/** What is known of a memory at a moment. */
export interface FigureSource {
  readonly state: MemoryState;
  readonly memory: Uint8Array;
  readonly moment: Pick<Moment, 'frames' | 'globals'> | null;
  /** What the step before did; nothing of a picture of the end. */
  readonly changes: readonly Change[];
}

/** A picture of these ranges, which are ascending and lie within memory. */
export function memoryFigure(source: FigureSource, shown: readonly ByteRange[]): MemoryFigure {
  const named = namedBytes(source.state, source.moment, shown);
  const isShown = (address: number): boolean => shown.some(({ start, end }) => address >= start && address < end);
  const views = source.state.views
    .filter(({ madeBy }) => madeBy === 'script')
    .map((view) => ({ ...viewPlace(view), view }))
    // A view over all of the memory brackets everything, which says nothing.
    .filter(({ range }) => shown.some(({ start, end }) => range.start >= start && range.end <= end))
    .map(({ label, range, view }) => {
      const isDetached = view.state.kind === 'detached';
      return { label: `${label}: ${view.type}${isDetached ? ', detached' : ''}`, range, isDetached };
    });
  return {
    rows: rowsOf(source, named, shown),
    named,
    arrows: named.flatMap(({ range, pointsAt }) =>
      pointsAt !== null && isShown(pointsAt) && isShown(range.start) ? [{ from: range, to: pointsAt }] : [],
    ),
    views,
  };
}

function rowsOf(
  { state, memory, changes }: FigureSource,
  named: readonly NamedBytes[],
  shown: readonly ByteRange[],
): readonly FigureRow[] {
  const regions = regionsOf(state);
  const rows: FigureRow[] = [];
  for (const { start, end } of shown) {
    const changed = changedBytes(changes, start, end);
    for (let address = start - (start % rowBytes); address < end; address += rowBytes) {
      const last = rows.at(-1);
      const bytes = Array.from({ length: rowBytes }, (_, index): FigureByte | null => {
        const at = address + index;
        const value = memory[at];
        if (at < start || at >= end || value === undefined) return null;
        const owner = named.findIndex(({ range }) => at >= range.start && at < range.end);
        const item = named[owner];
        return {
          address: at,
          value,
          region: regionAt(regions, at)?.kind ?? null,
          owner: owner === -1 ? null : owner,
          isPadding: item?.hasFields === true,
          isFreed: isFreed(state, at),
          before: changed.get(at) ?? null,
        };
      });
      // Two ranges may share a row.
      if (last?.address === address) {
        rows[rows.length - 1] = { ...last, bytes: last.bytes.map((byte, index) => byte ?? bytes[index] ?? null) };
      } else rows.push({ address, bytes, isAfterGap: last !== undefined && last.address + rowBytes < address });
    }
  }
  return rows;
}

/** Whether the newest block that had a byte was freed. */
function isFreed({ blocks }: MemoryState, address: number): boolean {
  return (
    blocks.findLast((block) => address >= block.address && address < block.address + block.size)?.state === 'freed'
  );
}

/** Neighbouring bytes of a row that belong together, as `[first, last]` indices with their owner. */
export function runsOf(
  row: FigureRow,
): readonly { readonly first: number; readonly last: number; readonly owner: number }[] {
  const runs: { first: number; last: number; owner: number }[] = [];
  for (const [index, byte] of row.bytes.entries()) {
    const run = runs.at(-1);
    if (byte?.owner == null || byte.isPadding) continue;
    if (run && run.owner === byte.owner && run.last === index - 1) run.last = index;
    else runs.push({ first: index, last: index, owner: byte.owner });
  }
  return runs;
}
