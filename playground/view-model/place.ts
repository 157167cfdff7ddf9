import {
  type Block,
  type ByteRange,
  type DataSymbol,
  type MemoryState,
  type MemoryView,
  toAddress,
} from '../trace/memory-state.ts';
import { formatAddress } from './hexadecimal.ts';
import { endOfMemory } from './one-memory.ts';

/** Bytes that can be selected, and the name under which every panel knows them. */
export interface Place {
  readonly range: ByteRange;
  /** A symbol, `block 3`, `view 1`, a region's name or an address. */
  readonly label: string;
}

/** `size` bytes at an address. Nothing has no bytes to show, so it takes one. */
export function rangeOf(address: number, size: number): ByteRange {
  return { start: toAddress(address), end: toAddress(address + Math.max(size, 1)) };
}

/** Bytes of a range. */
export const sizeOf = ({ start, end }: ByteRange): number => end - start;

export function blockPlace({ id, address, size }: Block): Place {
  return { range: rangeOf(address, size), label: `block ${id}` };
}

export function viewPlace({ id, byteOffset, length, bytesPerElement }: MemoryView): Place {
  return { range: rangeOf(byteOffset, length * bytesPerElement), label: `view ${id}` };
}

export function symbolPlace({ name, address, size }: DataSymbol): Place {
  return { range: rangeOf(address, size), label: name };
}

/** The symbol, `block 3` or `view 1` of this name; null when there is none. */
export function placeNamed(name: string, state: MemoryState): Place | null {
  const [, kind, id] = numbered.exec(name) ?? [];
  const isNamed = (thing: { readonly id: number }): boolean => thing.id === Number(id);
  const block = kind === 'block' ? state.blocks.find(isNamed) : undefined;
  if (block) return blockPlace(block);
  const view = kind === 'view' ? state.views.find(isNamed) : undefined;
  if (view) return viewPlace(view);
  const symbol = state.layout.symbols.find((each) => each.name === name);
  return symbol ? symbolPlace(symbol) : null;
}

const numbered = /^(block|view) (\d+)$/;

/** The view that a place stands for, if it stands for one. */
export function viewOf(state: MemoryState, place: Place | null): MemoryView | null {
  return state.views.find(({ id }) => place?.label === `view ${id}`) ?? null;
}

/** The block that a place stands for, if it stands for one. */
export function blockOf(state: MemoryState, place: Place | null): Block | null {
  const id = Number(/^block (\d+)$/.exec(place?.label ?? '')?.[1]);
  return state.blocks.find((block) => block.id === id) ?? null;
}

/** Whether both stand for the same thing. */
export function isSamePlace(one: Place | null, other: Place): boolean {
  return one !== null && one.label === other.label && one.range.start === other.range.start;
}

/** Where the same thing is in another state: a block may have moved, or not be there. Null when its bytes are gone too. */
export function followed(place: Place | null, state: MemoryState): Place | null {
  if (!place) return null;
  const there = placeNamed(place.label, state);
  if (there) return isSamePlace(place, there) && sizeOf(there.range) === sizeOf(place.range) ? place : there;
  if (place.range.start >= endOfMemory(state, place.range.start)) return null;
  if (!numbered.test(place.label)) return place;
  return { range: rangeOf(place.range.start, 1), label: formatAddress(place.range.start) };
}
