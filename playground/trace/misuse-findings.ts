import { calledBy } from './describe-finding.ts';
import { type MemoryView, pageSize } from './memory-state.ts';
import { placeAt, type RunFacts } from './moment-of.ts';
import type { RawAllocation } from './raw-events.ts';
import type { ReplayEngine } from './replay-engine.ts';
import { callerOf } from './script-frames.ts';
import type { ScriptMisuse } from './script-history.ts';
import { type Found, placeOfStatement, type Surroundings } from './script-mistakes.ts';
import type { Finding } from './trace.ts';
import { addressAsIndex, betweenElements, misalignedByIndex } from './unit-findings.ts';
import { misuseOfView, refusedView } from './view-words.ts';

/** How memory grew, and in which step. */
interface KnownGrowth {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/** What scripts could not do to views, with what detached those that were detached. */
export function* misuses(around: Surroundings): Iterable<Found> {
  const { engine, facts, script, views } = around;
  const growths = growthsOf(engine);
  for (const misuse of script.history.misuses) {
    const isRefused = misuse.kind.startsWith('make-');
    // Where none was made, its number is that of its type.
    const view = isRefused ? undefined : views.get(misuse.view);
    if (!isRefused && !view) continue;
    const isSeen = misuse.step < engine.steps;
    if (misuse.kind === 'between-elements' && !(isSeen && view && betweenElements(misuse, view, around))) continue;
    yield {
      step: misuse.statement,
      known: misuse.step,
      place: placeOfStatement(script, misuse.statement),
      what: misuse.kind,
      ...(!isRefused && { view: misuse.view }),
      tell: () => {
        if (!misuse.kind.endsWith('-detached')) return { ...wordsOf(misuse, view, around), cause: null };
        const since = isRefused ? misuse.first : (view?.madeInStep ?? 0);
        const isExchanged = view?.state.kind === 'detached' && view.state.growth === null;
        const growth = growths.find(({ step }) => step >= since && step <= misuse.step);
        const cause = isExchanged || !growth ? detachmentOf(view, facts) : causeOf(growth, engine, facts);
        const isMeanwhile = !isExchanged && growth !== undefined && growth.step >= misuse.statement;
        return { ...wordsOf(misuse, view, around, isMeanwhile), cause };
      },
    };
  }
}

/** `isMeanwhile`: memory grew while the statement that did it ran. */
function wordsOf(misuse: ScriptMisuse, view: MemoryView | undefined, around: Surroundings, isMeanwhile = false) {
  // Of what came after the recording, no bytes are known.
  const isRecorded = misuse.step < around.engine.steps;
  const between = view && misuse.kind === 'between-elements' ? betweenElements(misuse, view, around) : null;
  if (between) return between;
  if (isRecorded) {
    const mistaken = view
      ? addressAsIndex(view, misuse.first, misuse.kind, misuse.step, around)
      : misalignedByIndex(misuse, around);
    if (mistaken) return mistaken;
  }
  return view
    ? misuseOfView(misuse, view, isMeanwhile)
    : refusedView(misuse, pagesAt(around.engine, misuse.step) * pageSize);
}

function growthsOf(engine: ReplayEngine): readonly KnownGrowth[] {
  return [...engine.list(0, engine.steps, ['growth'])].flatMap(({ growth = [] }) =>
    growth.map(([step, from, to]) => ({ step: step ?? 0, from, to })),
  );
}

function pagesAt(engine: ReplayEngine, step: number): number {
  engine.seek(Math.min(step, engine.steps));
  return engine.pages;
}

/** The line of the script that detached a view: it exchanged memory's buffer, or the growth is not recorded. */
function detachmentOf(view: MemoryView | undefined, { scriptPath, state }: RunFacts): Finding['cause'] {
  if (view?.state.kind !== 'detached') return null;
  const { byLine, byFile, inStep, growth } = view.state;
  const grown = growth === null ? null : state.growths[growth];
  const place = byLine === null ? null : { path: byFile ?? scriptPath, line: byLine, column: 0 };
  const text = grown ? grewInWords(grown) : 'memory got another buffer';
  return { step: Math.max(0, inStep - 1), place, text };
}

/** The line that grew memory: C++ does so by allocating. */
function causeOf({ step, from, to }: KnownGrowth, engine: ReplayEngine, facts: RunFacts): Finding['cause'] {
  engine.seek(step);
  const { at } = engine.moment();
  const place = placeAt(at, facts);
  const allocated = [...engine.list(step, step + 1, ['allocations'])].flatMap(({ allocations = [] }) => allocations);
  const largest = allocated.reduce<RawAllocation | null>(
    (most, each) => (most && most[3] >= each[3] ? most : each),
    null,
  );
  const block = largest ? `block ${largest[1]} of ${largest[3].toLocaleString('en')} bytes was allocated, and ` : '';
  return { step, place, text: calledBy(`${block}${grewInWords({ from, to })}`, callerOf(at, facts.script)) };
}

const grewInWords = ({ from, to }: Pick<KnownGrowth, 'from' | 'to'>): string =>
  from === to ? 'memory grew by 0 pages, which detaches views too' : `memory grew from ${from} to ${to} pages`;
