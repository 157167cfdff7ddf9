import { formatAddress } from './address-text.ts';
import type { EmbindHandle, MemoryState } from './memory-state.ts';
import type { Finding, Moment } from './trace.ts';

/** The handles that were there at a step, or had been: those that go later are not gone yet, and as many share them as did then. */
export function handlesAt(handles: readonly EmbindHandle[], step: number): readonly EmbindHandle[] {
  return handles
    .filter(({ madeInStep }) => madeInStep <= step)
    .map((handle) =>
      handle.goneInStep !== null && handle.goneInStep <= step
        ? handle
        : { ...handle, goneInStep: null, references: referencesAt(handle, step) },
    );
}

/**
 * The moment at the end of a run with a finding for each object that JavaScript has not deleted. One that is no block of
 * the heap is not JavaScript's to delete.
 */
export function withUndeleted(moment: Moment): Moment {
  return { ...moment, findings: [...moment.findings, ...undeleted(moment.state)] };
}

const referencesAt = ({ counts }: EmbindHandle, step: number): number | null =>
  counts.findLast((count) => count.step <= step)?.references ?? null;

function undeleted({ handles, blocks }: MemoryState): readonly Finding[] {
  const live = new Set(blocks.filter(({ state }) => state === 'live').map(({ address }) => address as number));
  return handles
    .filter(({ kind, number, goneInStep }) => {
      if (kind === 'val' || goneInStep !== null) return false;
      return kind === 'shared-object' || live.has(number);
    })
    .map(({ holds, number, madeAt, madeInStep }) => ({
      kind: 'undeleted',
      step: Math.max(0, madeInStep - 1),
      text: `The ${holds} at ${formatAddress(number)} was never deleted. JavaScript does not free C++ objects by itself: call delete() on each when you are done with it.`,
      place: madeAt,
      cause: null,
    }));
}
