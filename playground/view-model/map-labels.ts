import type { Block, DataSymbol, MemoryState, MemoryView } from '../trace/memory-state.ts';
import type { MapScale } from './map-scale.ts';
import {
  blockOf,
  blockPlace,
  isSamePlace,
  type Place,
  rangeOf,
  sizeOf,
  symbolPlace,
  viewOf,
  viewPlace,
} from './place.ts';
import type { Region, RegionKind } from './regions.ts';

/** What a label names; its look follows from this. */
export type LabelKind =
  | RegionKind
  | 'symbol'
  | 'block'
  | 'freed-block'
  | 'view'
  | 'ghost'
  | 'mark'
  | 'frame'
  | 'variable';

/** A name beside the tower, joined to its bytes by a line. */
export interface MapLabel {
  readonly kind: LabelKind;
  readonly place: Place;
  /** Pixels: the middle of the bytes it names. */
  readonly anchor: number;
  /** Pixels: its own upper edge, moved so that no two labels lie on each other. */
  readonly top: number;
}

/** Bytes of the shadow stack that have names: those of open calls, and those of their variables. */
export interface StackPlaces {
  readonly frames: readonly Place[];
  readonly variables: readonly Place[];
}

interface Candidate {
  readonly kind: LabelKind;
  readonly place: Place;
}

/** Smaller things are named only when they are selected: at this many pixels one can point at them. */
const smallestNamed = 5;

/** As many labels as there is room for, by weight: the selection, regions, marks, then things from large to small. */
export function mapLabels(
  state: MemoryState,
  regions: readonly Region[],
  scale: MapScale,
  selection: Place | null,
  labelHeight: number,
  stack: StackPlaces = { frames: [], variables: [] },
): readonly MapLabel[] {
  const isVisible = ({ place }: Candidate): boolean => scale.strip(place.range) !== null;
  const things = [selectedThing(state, selection), selectedOnStack(stack, selection)];
  const selected = things.filter((thing) => thing !== null).slice(0, 1);
  const named = regions.filter(
    ({ kind, range }) => isOwned(kind) || sizeOf(range) * scale.pixelsPerByte >= smallestNamed,
  );
  const steady = [...named.map((region) => ({ kind: region.kind, place: region })), ...marksOf(state)];
  const isLarge = ({ range }: Place): boolean => sizeOf(range) * scale.pixelsPerByte >= smallestNamed;
  const onStack = stackThings(stack).filter(({ place }) => isLarge(place));
  const large = [...onStack, ...largeThings(state, scale)]
    .filter(({ place }) => !isSamePlace(selection, place))
    .sort((a, b) => sizeOf(b.place.range) - sizeOf(a.place.range));
  const chosen = [...selected, ...steady, ...large].filter(isVisible).slice(0, Math.floor(scale.height / labelHeight));
  return spread(
    chosen.map(({ kind, place }) => {
      const strip = scale.strip(place.range);
      return { kind, place, anchor: strip ? strip.top + strip.height / 2 : 0 };
    }),
    scale.height,
    labelHeight,
  );
}

/** What no one owns needs no name where it cannot be seen. */
const isOwned = (kind: RegionKind): boolean => kind !== 'gap' && kind !== 'reserved' && kind !== 'free';

const viewThing = (view: MemoryView): Candidate => ({
  kind: view.state.kind === 'live' ? 'view' : 'ghost',
  place: viewPlace(view),
});
const blockThing = (block: Block): Candidate => ({
  kind: block.state === 'live' ? 'block' : 'freed-block',
  place: blockPlace(block),
});
const symbolThing = (symbol: DataSymbol): Candidate => ({ kind: 'symbol', place: symbolPlace(symbol) });

function stackThings({ frames, variables }: StackPlaces): readonly Candidate[] {
  return [
    ...frames.map((place) => ({ kind: 'frame', place }) as const),
    ...variables.map((place) => ({ kind: 'variable', place }) as const),
  ];
}

function selectedOnStack(stack: StackPlaces, selection: Place | null): Candidate | null {
  return stackThings(stack).find(({ place }) => isSamePlace(selection, place)) ?? null;
}

/** Everything that is large enough on this map to be pointed at. */
function largeThings({ layout, blocks, views }: MemoryState, scale: MapScale): readonly Candidate[] {
  const isLarge = (bytes: number): boolean => bytes * scale.pixelsPerByte >= smallestNamed;
  return [
    ...views.filter(({ length, bytesPerElement }) => isLarge(length * bytesPerElement)).map(viewThing),
    ...blocks.filter(({ size }) => isLarge(size)).map(blockThing),
    ...layout.symbols.filter(({ size }) => isLarge(size)).map(symbolThing),
  ];
}

function selectedThing(state: MemoryState, selection: Place | null): Candidate | null {
  const view = viewOf(state, selection);
  if (view) return viewThing(view);
  const block = blockOf(state, selection);
  if (block) return blockThing(block);
  const symbol = state.layout.symbols.find((each) => selection && isSamePlace(selection, symbolPlace(each)));
  return symbol ? symbolThing(symbol) : null;
}

function marksOf({ stackPointer, heapEnd, layout }: MemoryState): readonly Candidate[] {
  const marks: Candidate[] = [];
  const mark = (label: string, address: number) =>
    marks.push({ kind: 'mark', place: { label, range: rangeOf(address, 1) } });
  if (stackPointer !== null) mark('stack pointer', stackPointer);
  if (heapEnd !== null && heapEnd > (layout.heapBase ?? 0)) mark('end of the heap', heapEnd);
  return marks;
}

/** Moves labels apart: downwards where they overlap, then upwards from the lower end of the map. */
export function spread<L extends { readonly anchor: number }>(
  labels: readonly L[],
  height: number,
  labelHeight: number,
): readonly (L & { readonly top: number })[] {
  const placed = [...labels]
    .sort((a, b) => a.anchor - b.anchor)
    .map((label) => ({ ...label, top: Math.max(0, label.anchor - labelHeight / 2) }));
  let free = 0;
  for (const label of placed) {
    label.top = Math.max(label.top, free);
    free = label.top + labelHeight;
  }
  let limit = height;
  for (const label of placed.reverse()) {
    label.top = Math.min(label.top, limit - labelHeight);
    limit = label.top;
  }
  return placed.reverse();
}
