import type { Bound, Check, Place } from '../lesson/exercise.ts';
import type { SourceLocation } from '../session/run.ts';
import type { MemoryState, MemoryView } from '../trace/memory-state.ts';
import { counted, formatAddress } from '../view-model/hexadecimal.ts';
import type { Attempt, Verdict } from './attempt.ts';
import { missingSymbol, symbolNamed } from './decide-memory.ts';
import { compares, failed, passed, wanted } from './verdict.ts';

/** Views that a verdict names: the newest. */
const named = 3;

export function decideViewCount(bound: Bound, { state: { views } }: Attempt): Verdict {
  if (compares(views.length, bound)) return passed;
  const made = views.length === 0 ? 'no view' : `${counted(views.length, 'view')}: ${inWords(views)}`;
  return failed(`JavaScript made ${made}. Wanted: ${wanted(bound)}.`);
}

export function decideNewestView(attempt: Attempt): Verdict {
  const newest = attempt.state.views.at(-1);
  if (!newest) return failed('JavaScript made no view.');
  return newest.state.kind === 'live' ? passed : detached(newest, 'The newest view', attempt);
}

export function decideDetachedViews(attempt: Attempt): Verdict {
  const stale = attempt.state.views.filter(({ state }) => state.kind === 'detached');
  const [first] = stale;
  if (!first) return passed;
  return detached(first, stale.length === 1 ? 'A view' : `${stale.length} views are detached. The first`, attempt);
}

export function decideView(check: Extract<Check, { kind: 'view' }>, attempt: Attempt): Verdict {
  const { state } = attempt;
  const offset = offsetOf(check.at, state);
  if (offset === null) return missingPlace(check.at, attempt.state);
  const isWanted = ({ type, byteOffset, length }: MemoryView): boolean =>
    type === check.type && byteOffset === offset && length === check.length;
  const fitting = state.views.filter(isWanted);
  if (fitting.some((view) => view.state.kind === 'live')) return passed;
  const ghost = fitting.at(-1);
  if (ghost) return detached(ghost, 'The view that fits', attempt);
  const wanted = `Wanted: a live ${check.type} at ${formatAddress(offset)}, length ${check.length}.`;
  const live = state.views.filter((view) => view.state.kind === 'live');
  const newest = live.at(-1);
  if (!newest) return failed(`No view is live at the end. ${wanted}`);
  return failed(`Live at the end: ${inWords(live)}. ${wanted}`, scriptLine(attempt, newest.madeAtLine), {
    step: newest.madeInStep,
    panel: 'views',
  });
}

function detached(view: MemoryView, name: string, attempt: Attempt): Verdict {
  if (view.state.kind !== 'detached') return passed;
  const { byLine, growth } = view.state;
  const made = view.madeAtLine === null ? '' : `, made in line ${view.madeAtLine}`;
  const grown = growth === null ? undefined : attempt.state.growths[growth];
  const by = byLine === null ? '' : ` in line ${byLine}`;
  const pages = grown ? `, from ${grown.from} to ${counted(grown.to, 'page')}` : '';
  const what = growth === null ? 'memory got another buffer' : 'the memory grew';
  const words = `${name} (${view.type}${made}) was detached when ${what}${by}${pages}.`;
  const moment = { step: view.state.inStep, panel: 'views' } as const;
  return failed(words, scriptLine(attempt, byLine ?? view.madeAtLine), moment);
}

function inWords(views: readonly MemoryView[]): string {
  const words = views.slice(-named).map(({ type, byteOffset, length, madeAtLine }) => {
    const line = madeAtLine === null ? '' : ` (line ${madeAtLine})`;
    return `${type} at ${formatAddress(byteOffset)}, length ${length}${line}`;
  });
  return (views.length > named ? ['…', ...words] : words).join('; ');
}

function scriptLine({ sources }: Attempt, line: number | null): SourceLocation | null {
  const script = sources.find(({ path }) => /\.m?js$/.test(path));
  return script && line !== null ? { path: script.path, line, column: null } : null;
}

export function offsetOf(place: Place, state: MemoryState): number | null {
  switch (place.kind) {
    case 'offset':
      return place.offset;
    case 'symbol':
      return symbolNamed(state, place.name)?.address ?? null;
    case 'block':
      return state.blocks.find(({ id }) => id === place.id)?.address ?? null;
    default:
      return place satisfies never;
  }
}

export function missingPlace(place: Place, state: MemoryState): Verdict {
  if (place.kind === 'symbol') return missingSymbol(place.name, state);
  return failed(place.kind === 'block' ? `The program never allocated block ${place.id}.` : 'There is no such place.');
}
