import { formatAddress, formatByte } from '../../../playground/view-model/hexadecimal.ts';
import type { RegionKind } from '../../../playground/view-model/regions.ts';
import type { FigureByte, MemoryFigure } from './figure-model.ts';

/** What a picture shows of neighbouring bytes that belong together, in words. */
export interface FigureLine {
  readonly addresses: string;
  readonly name: string;
  readonly bytes: string;
  /** What else is to be said: where it points, what the step changed, what it is. */
  readonly remarks: string;
}

const regionNames: Record<RegionKind, string> = {
  reserved: 'left empty',
  data: 'static data',
  'stack-unused': 'stack, never reached',
  'stack-used': 'stack',
  heap: 'heap',
  gap: 'unused',
  free: 'free',
  unknown: 'unknown region',
};

/** The same that the picture shows, one line for each thing, from the lowest address on. */
export function figureLines(figure: MemoryFigure): readonly FigureLine[] {
  const bytes = figure.rows.flatMap((row) => row.bytes).filter((byte) => byte !== null);
  const groups: FigureByte[][] = [];
  for (const byte of bytes) {
    const last = groups.at(-1)?.at(-1);
    if (last && last.address + 1 === byte.address && isAlike(last, byte)) groups.at(-1)?.push(byte);
    else groups.push([byte]);
  }
  return groups.map((group) => lineOf(group, figure));
}

const isAlike = (one: FigureByte, other: FigureByte): boolean =>
  one.owner === other.owner &&
  one.isPadding === other.isPadding &&
  one.region === other.region &&
  one.isFreed === other.isFreed;

function lineOf(group: readonly FigureByte[], { named, views }: MemoryFigure): FigureLine {
  const [first] = group;
  const last = group.at(-1);
  if (!first || !last) throw new Error('a line of a figure has at least one byte');
  const owner = first.owner === null ? undefined : named[first.owner];
  const name = first.isPadding ? `padding in ${owner?.name ?? ''}` : (owner?.name ?? '');
  const remarks: string[] = [];
  if (first.region) remarks.push(regionNames[first.region]);
  if (first.isFreed && !name.endsWith('freed')) remarks.push('freed');
  if (owner && !first.isPadding && owner.range.start === first.address) {
    if (owner.pointsAt !== null) remarks.push(`points at ${formatAddress(owner.pointsAt)}`);
    else if (owner.value !== '') remarks.push(`value ${owner.value}`);
  }
  const changed = group.filter(({ before }) => before !== null);
  if (changed.length > 0) {
    remarks.push(
      `changed by this step, before: ${group.map(({ value, before }) => formatByte(before ?? value)).join(' ')}`,
    );
  }
  for (const { label, range } of views) {
    if (range.start < last.address + 1 && range.end > first.address) remarks.push(`in ${label}`);
  }
  return {
    addresses:
      group.length === 1
        ? formatAddress(first.address)
        : `${formatAddress(first.address)} to ${formatAddress(last.address)}`,
    name,
    bytes: group.map(({ value }) => formatByte(value)).join(' '),
    remarks: remarks.join('; '),
  };
}
