import type { Crossing, CrossingPart } from '../trace/crossings.ts';

/** A kind of thing that crosses the boundary: calls of one function, or copies by one. */
export interface BoundaryKind {
  readonly way: Crossing['way'] | 'copy';
  readonly name: string;
}

/** What kind a part is of: a copy is of the function that did it, the innermost one. */
const kindOf = (part: CrossingPart): BoundaryKind =>
  part.kind === 'copy' ? { way: 'copy', name: part.by.at(-1) ?? '' } : { way: part.way, name: part.name };

/** A part's kind; which of that kind it is, in the order in which they were over, from 0; and how many there are. */
export interface BoundaryOrdinal extends BoundaryKind {
  readonly index: number;
  readonly count: number;
}

/** What each part is among those of its kind. Views are none. */
export function boundaryOrdinals(parts: readonly CrossingPart[]): ReadonlyMap<CrossingPart, BoundaryOrdinal> {
  const ofKind = new Map<string, CrossingPart[]>();
  const add = (part: CrossingPart) => {
    if (part.kind === 'crossing') part.parts.forEach(add);
    else if (part.direction === 'view') return;
    const { way, name } = kindOf(part);
    const key = `${way} ${name}`;
    const equal = ofKind.get(key) ?? [];
    equal.push(part);
    ofKind.set(key, equal);
  };
  parts.forEach(add);
  return new Map(
    [...ofKind.values()].flatMap((equal) =>
      equal.map((part, index) => [part, { ...kindOf(part), index, count: equal.length }] as const),
    ),
  );
}

/** The kinds of all that crossed, each once, in the order in which they came. */
export function boundaryKinds(parts: readonly CrossingPart[]): readonly BoundaryKind[] {
  const kinds = new Map<string, BoundaryKind>();
  const add = (part: CrossingPart) => {
    if (part.kind === 'copy' && part.direction === 'view') return;
    const kind = kindOf(part);
    const key = `${kind.way} ${kind.name}`;
    if (!kinds.has(key)) kinds.set(key, kind);
    if (part.kind === 'crossing') part.parts.forEach(add);
  };
  parts.forEach(add);
  return [...kinds.values()];
}
