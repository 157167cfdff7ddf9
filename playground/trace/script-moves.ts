import type { CodePlace } from './memory-state.ts';
import type { TracedSource } from './script-frames.ts';
import type { Destination } from './trace.ts';

/** How the engine is asked for the nearest step of the program that it knows, beginning at another. */
type FindInProgram = (from: number, destination: Destination) => number | null;

/**
 * The nearest step where a script is as wanted: at a line, or stepped over or out of a statement's frame. Undefined when
 * the destination says nothing of scripts, or the step from which one goes is none of theirs.
 */
export function findInScript(
  script: TracedSource,
  from: number,
  forward: boolean,
  destination: Destination,
  findInProgram: FindInProgram,
): number | null | undefined {
  const { history } = script;
  if (destination.kind === 'source-line')
    return script.sites.some(({ path }) => path === destination.path)
      ? findLine(script, from, forward, destination)
      : undefined;
  if (destination.kind !== 'line-over' && destination.kind !== 'out') return undefined;
  const moment = history.momentAt(from);
  if (history.stepOf(moment) !== from || history.siteAt(moment) === null) return undefined;
  const own = history.framesAt(moment).at(-1);
  if (!own) return undefined;
  const isOut = destination.kind === 'out';
  let last = moment;
  for (let next = moment + (forward ? 1 : -1); next >= 0 && next < history.moments; next += forward ? 1 : -1) {
    const open = history.framesAt(next);
    const isInside = open.some(({ number }) => number === own.number) && (isOut || open.at(-1)?.number !== own.number);
    if (!isInside && history.siteAt(next) !== null) {
      const step = history.stepOf(next);
      // A callback ends in the program that called it.
      const back = own.depth > 0 ? findInProgram(history.stepOf(last), { kind: 'line-over' }) : null;
      return back === null ? step : forward ? Math.min(step, back) : Math.max(step, back);
    }
    if (isInside) last = next;
  }
  return findInProgram(history.stepOf(last), { kind: 'line-over' });
}

function findLine(
  { history, sites }: TracedSource,
  from: number,
  forward: boolean,
  { path, line }: Pick<CodePlace, 'path' | 'line'>,
): number | null {
  const change = forward ? 1 : -1;
  const first = history.momentAt(from);
  for (let moment = forward ? Math.max(0, first) : first; moment >= 0 && moment < history.moments; moment += change) {
    const step = history.stepOf(moment);
    const site = history.siteAt(moment);
    const isBeyond = forward ? step > from : step < from;
    const place = site === null ? undefined : sites[site];
    if (isBeyond && place?.line === line && place.path === path) return step;
  }
  return null;
}
