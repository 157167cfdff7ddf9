import type { MemoryView } from '../trace/memory-state.ts';

/** A view's bracket, in a lane that no other bracket of the same bytes uses. */
export interface ViewLane {
  readonly view: MemoryView;
  /** 0 is next to the bytes. */
  readonly lane: number;
  readonly start: number;
  readonly end: number;
}

export interface ViewLanes {
  readonly lanes: readonly ViewLane[];
  /** Views of these bytes for which there was no lane left: the oldest. */
  readonly hidden: number;
}

/** Brackets of the views that touch a range. The newest come first and lie next to the bytes; live ones before ghosts. */
export function viewLanes(views: readonly MemoryView[], start: number, end: number, most: number): ViewLanes {
  const ends = ({ byteOffset, length, bytesPerElement }: MemoryView): number => byteOffset + length * bytesPerElement;
  const touching = views.filter((view) => view.byteOffset < end && ends(view) > start);
  const ghosts = touching.filter(({ state }) => state.kind === 'detached');
  const live = touching.filter(({ state }) => state.kind === 'live');
  const lanes: ViewLane[] = [];
  let hidden = 0;
  for (const view of [...live.reverse(), ...ghosts.reverse()]) {
    const bracket = { view, start: view.byteOffset, end: ends(view) };
    const isFree = (lane: number): boolean =>
      !lanes.some((other) => other.lane === lane && other.start < bracket.end && other.end > bracket.start);
    const lane = Array.from({ length: most }, (_, index) => index).find(isFree);
    if (lane === undefined) hidden++;
    else lanes.push({ ...bracket, lane });
  }
  return { lanes, hidden };
}
