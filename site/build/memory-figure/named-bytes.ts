import { isScript } from '../../../playground/lesson/file-names.ts';
import type { ByteRange, MemoryState } from '../../../playground/trace/memory-state.ts';
import type { Moment, PointsTo, Value } from '../../../playground/trace/trace.ts';
import { blockPlace, sizeOf, symbolPlace } from '../../../playground/view-model/place.ts';
import { regionAt, regionsOf } from '../../../playground/view-model/regions.ts';

/** Bytes that have a name: of a variable or a part of one, of a symbol, or of a block. */
export interface NamedBytes {
  /** `point.x`, `scores[1]`, `block 2`. */
  readonly name: string;
  readonly range: ByteRange;
  /** As C++ would write it; empty where that says nothing. */
  readonly value: string;
  /** Where it points, when it is a pointer to where something can lie: neither null nor a handle, a small number. */
  readonly pointsAt: number | null;
  /** A struct: bytes of it that none of its fields has are padding. */
  readonly hasFields: boolean;
}

/**
 * Everything named that has bytes in some ranges. Variables of the open calls come first, the innermost call's before
 * others, then globals and symbols, then blocks; parts come before their whole. What comes first names a byte.
 */
export function namedBytes(
  state: MemoryState,
  moment: Pick<Moment, 'frames' | 'globals'> | null,
  shown: readonly ByteRange[],
): readonly NamedBytes[] {
  const named: NamedBytes[] = [];
  const regions = regionsOf(state);
  const isShown = ({ start, end }: ByteRange): boolean => shown.some((range) => start < range.end && end > range.start);
  const add = (item: NamedBytes): void => {
    if (!isShown(item.range) || named.some((other) => isSame(other.range, item.range))) return;
    const points = item.pointsAt !== null && regionAt(regions, item.pointsAt)?.kind !== 'reserved';
    named.push(points ? item : { ...item, pointsAt: null });
  };
  // A script's variables are in no memory: what one of them says of bytes is the range of a view.
  const frames = (moment?.frames ?? []).filter(({ place }) => !isScript(place?.path ?? ''));
  const variables = [...frames].reverse().flatMap((frame) => frame.variables);
  for (const { value } of [...variables, ...(moment?.globals ?? [])]) {
    for (const item of itemsOf(value, value.name)) add(item);
  }
  for (const symbol of state.layout.symbols) {
    if (symbol.size > 0) add({ ...nameless, name: symbol.name, range: symbolPlace(symbol).range });
  }
  for (const block of state.blocks.toReversed()) {
    const { label, range } = blockPlace(block);
    add({ ...nameless, name: block.state === 'freed' ? `${label}, freed` : label, range });
  }
  return named;
}

const nameless = { value: '', pointsAt: null, hasFields: false };

const isSame = (one: ByteRange, other: ByteRange): boolean => one.start === other.start && one.end === other.end;

/**
 * A value and, where it is made of them, its fields and its larger elements. Of what a library's type is made of, only
 * pointers say something. `depth` is how deep the value lies in that. Below the first level several forms may share
 * the bytes, such as a string's letters and its address: only what leads to a block is a pointer there.
 */
function itemsOf(value: Value, name: string, depth = 0): readonly NamedBytes[] {
  const inside = value.isRaw || depth > 0 ? depth + 1 : 0;
  const parts = value.parts.filter((part) => part.range !== null && !isSmallElement(part));
  const inner = parts.flatMap((part) =>
    itemsOf(part, part.name.startsWith('[') ? `${name}${part.name}` : `${name}.${part.name}`, inside),
  );
  if (!value.range || !isTold(value.pointsTo, inside)) return inner;
  const { range } = value;
  const pointsAt = leadsTo(value.pointsTo, range);
  // A pointer in it leads there already.
  const isLed = inner.some(
    (item) => item.pointsAt === pointsAt && item.range.start >= range.start && item.range.end <= range.end,
  );
  const own: NamedBytes = {
    name,
    range,
    value: value.state === 'known' ? value.text : '',
    pointsAt: isLed ? null : pointsAt,
    hasFields: parts.some((part) => !part.isRaw && !part.name.startsWith('[')),
  };
  // The innermost comes first: it names the byte.
  return [...inner, own];
}

/** Where a pointer leads. A short string's letters lie within itself: that is no arrow. */
function leadsTo(pointsTo: PointsTo | null, own: ByteRange): ByteRange['start'] | null {
  if (pointsTo === null || pointsTo.what === 'null') return null;
  const { start } = pointsTo.range;
  return start >= own.start && start < own.end ? null : start;
}

const isTold = (pointsTo: PointsTo | null, inside: number): boolean =>
  inside === 0 || (pointsTo !== null && (inside === 1 || pointsTo.what.startsWith('block ')));

/** Elements that are too narrow for a name of their own: characters and bytes of an array. */
const isSmallElement = ({ name, range }: Value): boolean => name.startsWith('[') && range !== null && sizeOf(range) < 4;
