import type { Block, MemoryState, MemoryView } from '../trace/memory-state.ts';
import { type Place, sizeOf } from './place.ts';
import { type Region, type RegionKind, regionAt } from './regions.ts';

/** What is known of one byte, for its cell. */
export interface ByteMark {
  readonly region: RegionKind | null;
  /** What the byte belongs to: a variable, a symbol, a block, nothing. */
  readonly owner: string | null;
  readonly isOwnerStart: boolean;
  readonly isFreed: boolean;
  /** The view that shows it: where the byte lies in it, by its element and by bytes from its beginning. */
  readonly view: ViewMark | null;
}

/** Where a byte lies in a view. */
interface ViewMark {
  readonly id: number;
  readonly detached: boolean;
  /** By its element and by bytes from its beginning. */
  readonly at: string;
  /** The element that begins here; null inside of one, and in a view that has none. */
  readonly element: number | null;
  readonly bytesPerElement: number;
  /** Bytes from the view's beginning. */
  readonly offset: number;
}

/** Marks of the bytes from `start` to `end`; `chosen` is the view that is shown where several lie. Only what overlaps the range is looked at once per call. */
export function byteMarks(
  state: MemoryState,
  regions: readonly Region[],
  variables: readonly Place[],
  start: number,
  end: number,
  chosen: MemoryView | null = null,
): ByteMark[] {
  const overlaps = (from: number, size: number): boolean => from < end && from + size > start;
  const symbols = state.layout.symbols.filter(({ address, size }) => overlaps(address, Math.max(size, 1)));
  const locals = variables.filter(({ range }) => overlaps(range.start, sizeOf(range)));
  const blocks = latestBlocks(state.blocks).filter(({ address, size }) => overlaps(address, size));
  const views = state.views.filter((view) => overlaps(view.byteOffset, view.length * view.bytesPerElement));
  const marks: ByteMark[] = [];
  for (let address = start; address < end; address++) {
    const symbol = symbols.find((candidate) => within(address, candidate.address, Math.max(candidate.size, 1)));
    const local = locals.find(({ range }) => address >= range.start && address < range.end);
    const block = blocks.find((candidate) => within(address, candidate.address, candidate.size));
    const isIn = (candidate: MemoryView): boolean =>
      within(address, candidate.byteOffset, candidate.length * candidate.bytesPerElement);
    const view = chosen && isIn(chosen) ? chosen : views.findLast(isIn);
    marks.push({
      region: regionAt(regions, address)?.kind ?? null,
      owner: block ? `block ${block.id}` : (local?.label ?? symbol?.name ?? null),
      isOwnerStart: address === (block?.address ?? local?.range.start ?? symbol?.address),
      isFreed: block?.state === 'freed',
      view: view ? markIn(view, address) : null,
    });
  }
  return marks;
}

function markIn(view: MemoryView, address: number): ViewMark {
  const offset = address - view.byteOffset;
  const begins = view.type !== 'DataView' && offset % view.bytesPerElement === 0;
  const element = begins ? offset / view.bytesPerElement : null;
  return {
    id: view.id,
    detached: view.state.kind === 'detached',
    at: placeIn(view, address),
    element,
    offset,
    bytesPerElement: view.bytesPerElement,
  };
}

/** `element 3, byte offset 0xc`; of a byte inside an element, which one it is. */
function placeIn({ type, byteOffset, bytesPerElement }: MemoryView, address: number): string {
  const offset = address - byteOffset;
  const shown = `byte offset 0x${offset.toString(16)}`;
  if (type === 'DataView') return shown;
  const inside = offset % bytesPerElement;
  const element = `element ${(offset - inside) / bytesPerElement}`;
  return `${inside === 0 ? '' : `byte ${inside} of `}${element}, ${shown}`;
}

const within = (address: number, start: number, size: number): boolean => address >= start && address < start + size;

/** Where addresses were used again, the newest block hides the older ones; so does one that was taken from another. */
const latestBlocks = (blocks: readonly Block[]): readonly Block[] => blocks.toReversed();
