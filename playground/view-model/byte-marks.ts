import type { Block, MemoryState } from '../trace/memory-state.ts';
import { type Place, sizeOf } from './place.ts';
import { type Region, type RegionKind, regionAt } from './regions.ts';

/** What is known of one byte, for its cell. */
export interface ByteMark {
  readonly region: RegionKind | null;
  /** What the byte belongs to: a variable, a symbol, a block, nothing. */
  readonly owner: string | null;
  readonly isOwnerStart: boolean;
  readonly isFreed: boolean;
  readonly view: { readonly id: number; readonly detached: boolean } | null;
}

/** Marks of the bytes from `start` to `end`. Only what overlaps the range is looked at once per call. */
export function byteMarks(
  state: MemoryState,
  regions: readonly Region[],
  variables: readonly Place[],
  start: number,
  end: number,
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
    const view = views.findLast((candidate) =>
      within(address, candidate.byteOffset, candidate.length * candidate.bytesPerElement),
    );
    marks.push({
      region: regionAt(regions, address)?.kind ?? null,
      owner: block ? `block ${block.id}` : (local?.label ?? symbol?.name ?? null),
      isOwnerStart: address === (block?.address ?? local?.range.start ?? symbol?.address),
      isFreed: block?.state === 'freed',
      view: view ? { id: view.id, detached: view.state.kind === 'detached' } : null,
    });
  }
  return marks;
}

const within = (address: number, start: number, size: number): boolean => address >= start && address < start + size;

/** Where addresses were used again, the newest block hides the older ones; so does one that was taken from another. */
const latestBlocks = (blocks: readonly Block[]): readonly Block[] => blocks.toReversed();
