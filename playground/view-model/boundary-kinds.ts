import type { Crossing, CrossingPart } from '../trace/crossings.ts';

/** A kind of thing that crosses the boundary: calls of one function, or copies by one. */
export interface BoundaryKind {
  readonly way: Crossing['way'] | 'copy';
  readonly name: string;
}

/** What kind a part is of: a copy is of the function that did it, the innermost one. */
const kindOf = (part: CrossingPart): BoundaryKind =>
  part.kind === 'copy' ? { way: 'copy', name: part.by.at(-1) ?? '' } : { way: part.way, name: part.name };

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
