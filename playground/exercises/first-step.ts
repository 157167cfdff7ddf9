import type { MemoryState } from '../trace/memory-state.ts';
import type { EventKind } from '../trace/trace.ts';
import type { Attempt, LookAt, Verdict } from './attempt.ts';
import { failed, placed } from './verdict.ts';

/** Events that are looked at: of a program that does it more often the verdict has no step. */
const most = 200;

/** A failed verdict with the first step whose event made the state what it must not be. */
export async function failedWhere(
  words: string,
  attempt: Pick<Attempt, 'trace'>,
  panel: LookAt['panel'],
  event: EventKind,
  isWrong: (state: MemoryState) => boolean,
): Promise<Verdict> {
  const trace = await attempt.trace();
  let after: number | null = 0;
  for (let count = 0; trace && count < most; count++) {
    after = await trace.find(after, 'forward', [{ kind: 'event', event }]);
    if (after === null) break;
    if (!isWrong((await trace.at(after)).state)) continue;
    const step = Math.max(0, after - 1);
    return placed(failed(words), { step, place: (await trace.at(step)).place }, panel);
  }
  return failed(words);
}
