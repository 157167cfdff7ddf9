import type { Block } from '../trace/memory-state.ts';
import type { MapScale, Strip } from './map-scale.ts';

/** Blocks as the map draws them: those that share a row of pixels become one strip. */
export interface BlockStrip extends Strip {
  readonly state: Block['state'];
  /** The block; null where it stands for several. */
  readonly block: Block | null;
}

/** Strips from low to high addresses; at most one for each pixel, however many blocks there are. Live ones hide freed ones, unless these were taken from them. */
export function blockStrips(blocks: readonly Block[], scale: MapScale): readonly BlockStrip[] {
  const rows = new Array<Block | null | undefined>(Math.ceil(scale.height));
  const isLive = new Uint8Array(rows.length);
  for (const block of blocks) {
    const live = Number(block.state === 'live');
    const strip = scale.strip({ start: block.address, end: block.address + Math.max(block.size, 1) }, 1);
    if (!strip) continue;
    const last = Math.min(rows.length - 1, Math.ceil(strip.top + strip.height) - 1);
    for (let row = Math.floor(strip.top); row <= last; row++) {
      const before = isLive[row] ?? 0;
      if (before > live && rows[row]?.id !== block.within) continue;
      // A pixel that two blocks of a state meet in belongs to neither, unless the newer one lies over the older one.
      const isShared = before === live && rows[row] !== undefined && !isOver(block, rows[row]);
      rows[row] = isShared ? null : block;
      isLive[row] = live;
    }
  }
  return joined(rows, isLive, scale);
}

/** Whether a newer block covers the place of an older one. */
function isOver(newer: Block, older: Block | null | undefined): boolean {
  return Boolean(older) && newer.address < older!.address + older!.size && older!.address < newer.address + newer.size;
}

function joined(
  rows: readonly (Block | null | undefined)[],
  isLive: Uint8Array,
  scale: MapScale,
): readonly BlockStrip[] {
  const strips: BlockStrip[] = [];
  for (let row = 0; row < rows.length; ) {
    const block = rows[row];
    let end = row + 1;
    while (end < rows.length && rows[end] === block && isLive[end] === isLive[row]) end++;
    if (block !== undefined) {
      const exact = block && scale.strip({ start: block.address, end: block.address + block.size }, 1);
      // Rounded to whole rows, a block that nothing hides has at least this many.
      const isAlone = exact && exact.height <= end - row + 2;
      const strip = isAlone ? exact : { top: row, height: end - row };
      strips.push({ ...strip, state: isLive[row] ? 'live' : 'freed', block });
    }
    row = end;
  }
  return strips;
}
