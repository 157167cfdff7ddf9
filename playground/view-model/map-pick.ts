import type { MemoryState } from '../trace/memory-state.ts';
import { formatAddress } from './hexadecimal.ts';
import type { MapScale } from './map-scale.ts';
import { blockPlace, type Place, rangeOf, sizeOf, symbolPlace } from './place.ts';
import { type Region, regionAt } from './regions.ts';

/** Pixels below which a thing cannot be pointed at. */
const smallestPicked = 4;
/** Pixels from which on a byte is picked by itself. */
export const byteHeight = 13;

/** What a click at a pixel of the map means: a byte, a block or symbol that is large enough to be seen, else the region. */
export function pickAt(state: MemoryState, regions: readonly Region[], scale: MapScale, y: number): Place | null {
  const address = scale.addressAt(y);
  if (scale.pixelsPerByte >= byteHeight) return { range: rangeOf(address, 1), label: formatAddress(address) };
  const isHit = ({ range }: Place): boolean =>
    address >= range.start && address < range.end && sizeOf(range) * scale.pixelsPerByte >= smallestPicked;
  const blocks = state.blocks.map(blockPlace);
  const live = blocks.findLast((place, index) => state.blocks[index]?.state === 'live' && isHit(place));
  return (
    live ?? blocks.findLast(isHit) ?? state.layout.symbols.map(symbolPlace).find(isHit) ?? regionAt(regions, address)
  );
}
