import type { HeapTotals } from '../../trace/memory-state.ts';
import type { RawSite } from '../../trace/raw-events.ts';
import type { RawEvent, RawHistory, RawMoment, RawStep } from '../../trace/raw-moment.ts';
import type { RawLine } from '../../trace/raw-survey.ts';
import type { BlockLives } from './block-lives.ts';
import type { Opening } from './opening-words.ts';

/** How many times as many bytes a window has for a step that is more than one holds. */
export const timesMore = 5;

/** Part of a long run, recorded when the program was run again. */
export interface RunWindow {
  /** The step at which it begins, and the last one that it has. */
  readonly from: number;
  readonly to: number;
  /** Whether it ends in the middle of step `to`. */
  readonly isCut: boolean;
  /** Steps before it of which each was more than a window holds. */
  readonly passed: readonly number[];
  readonly opening: Opening;
  /** Blocks of the run when it begins; of those, totals of the ones that the opening leaves out. */
  readonly blocks: number;
  readonly leftOut: HeapTotals;
  /** Until the window begins: characters of output, growths (pages from and to), the newest view, the lowest stack pointer. */
  readonly output: number;
  readonly growths: readonly (readonly [from: number, to: number, byHost: 0 | 1])[];
  readonly lastView: number;
  readonly stackLow: number;
}

/** Steps in the replay that come before the window. */
export const stepsBefore = ({ opening }: RunWindow): number => opening.steps.length;

export const localStep = (step: number, window: RunWindow): number => step - window.from + stepsBefore(window);

/** The step of the run; null where it lies before the window, and nobody knows it. */
export function knownStep(local: number, window: RunWindow): number | null {
  const before = stepsBefore(window);
  return local < before ? (window.opening.steps[local] ?? null) : local - before + window.from;
}

/** The same; the last step before the window where nobody knows it. */
export const runStep = (local: number, window: RunWindow): number =>
  knownStep(local, window) ?? Math.max(0, window.from - 1);

/** The run's id of a block. */
export function blockId(local: number, { opening, blocks }: RunWindow): number {
  return opening.ids[local - 1] ?? blocks + local - opening.ids.length;
}

/** What the engine tells of a window, told of the whole run. */
export function inWholeRun(raw: RawMoment, window: RunWindow): RawMoment {
  const shifted = (at: RawStep): RawStep => ({ ...at, step: runStep(at.step, window) });
  const { leftOut } = window;
  const [liveBlocks, liveBytes, freedBlocks, freedBytes] = raw.heap;
  return {
    ...raw,
    at: shifted(raw.at),
    before: raw.before && shifted(raw.before),
    output: raw.output + window.output,
    lastView: raw.lastView || window.lastView,
    growths: [...window.growths, ...raw.growths],
    stackLow: raw.stackLow === null ? window.stackLow : Math.min(raw.stackLow, window.stackLow),
    heap: [
      liveBlocks + leftOut.liveBlocks,
      liveBytes + leftOut.liveBytes,
      freedBlocks + leftOut.freedBlocks,
      freedBytes + leftOut.freedBytes,
    ],
    allocated: withIds(raw.allocated, window),
    released: withIds(raw.released, window),
    blocks: raw.blocks.map(([id, address, size, live, by, within]) => [
      blockId(id, window),
      address,
      size,
      live,
      by,
      within > 0 ? blockId(within, window) : 0,
    ]),
    findings: raw.findings.map((finding) => ({
      ...finding,
      known: runStep(finding.known, window),
      guilty: shifted(finding.guilty),
      block: finding.block && [blockId(finding.block[0], window), finding.block[1], finding.block[2]],
      cause: finding.cause && shifted(finding.cause),
    })),
  };
}

/** A count, and the first blocks that it counts. */
function withIds([count, ...ids]: RawMoment['allocated'], window: RunWindow): RawMoment['allocated'] {
  return [count, ...ids.map((id) => blockId(id, window))];
}

/**
 * The same of a history. A block that was there before the window is told by `lives`, as far as the run has been looked
 * through; `sites` are the engine's.
 */
export function historyInWholeRun(
  raw: RawHistory,
  window: RunWindow,
  lives: BlockLives,
  sites: () => readonly RawSite[],
): RawHistory {
  const moved = (event: RawEvent): RawEvent => ({
    ...event,
    at: { ...event.at, step: runStep(event.at.step, window) },
  });
  const told = (event: RawEvent, line: RawLine | null): RawEvent | null => {
    if (!line || line[0] === null) return null;
    const [path, lineNumber = 0, column = 0, name = ''] = sites()[line[1] ?? -1] ?? [];
    const place = path !== undefined && lineNumber > 0 ? { path, line: lineNumber, column } : null;
    return { ...event, at: { ...event.at, step: line[0], place }, place, function: name };
  };
  const { block } = raw;
  const id = block && blockId(block.id, window);
  const life = block && block.id <= window.opening.ids.length ? lives.of(id ?? 0) : null;
  const wasFreed = block?.freed && isBefore(block.freed, window);
  return {
    before: raw.before.map(moved),
    after: raw.after.map(moved),
    block: block && {
      id: id ?? 0,
      allocated:
        life && block.allocated ? told(block.allocated, life.allocated) : block.allocated && moved(block.allocated),
      freed: block.freed && (life && wasFreed ? told(block.freed, life.released) : moved(block.freed)),
    },
  };
}

/** Whether something happened before the window. */
const isBefore = ({ at }: RawEvent, window: RunWindow): boolean => at.step < stepsBefore(window);
