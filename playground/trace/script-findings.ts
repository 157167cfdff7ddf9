import { type CodePlace, type MemoryView, pageSize } from './memory-state.ts';
import { placeAt, type RunFacts } from './moment-of.ts';
import type { RawAllocation } from './raw-events.ts';
import type { ReplayEngine } from './replay-engine.ts';
import { placeOfSite, type TracedSource } from './script-frames.ts';
import type { ScriptMisuse } from './script-history.ts';
import type { Finding } from './trace.ts';
import { misuseOfView, refusedView } from './view-words.ts';

/** A finding, and the step in which it became known. */
export interface KnownFinding {
  readonly known: number;
  readonly finding: Finding;
}

/** How memory grew, and in which step. */
interface KnownGrowth {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}

/** What a script's use of views did wrong, in order: the engine sees none of it. What a line does again is one finding. */
export function scriptFindings(engine: ReplayEngine, facts: RunFacts): readonly KnownFinding[] {
  const { script } = facts;
  if (!script || script.history.misuses.length === 0) return [];
  const growths = growthsOf(engine);
  const views = new Map(facts.state.views.map((view) => [view.id, view]));
  const found = new Map<string, { readonly misuse: ScriptMisuse; times: number }>();
  for (const misuse of script.history.misuses) {
    const place = placeOfStatement(script, misuse.statement);
    const key = [misuse.kind, misuse.view, place?.path, place?.line].join();
    const same = found.get(key);
    if (same) same.times++;
    else found.set(key, { misuse, times: 1 });
  }
  const told = [...found.values()].flatMap(({ misuse, times }): readonly KnownFinding[] => {
    const view = views.get(misuse.view);
    const isMade = !misuse.kind.startsWith('make-');
    if (isMade && !view) return [];
    const since = isMade ? (view?.madeInStep ?? 0) : misuse.first;
    const isByGrowth = view?.state.kind !== 'detached' || view.state.growth !== null;
    const isDetached = misuse.kind.endsWith('-detached');
    const growth =
      isDetached && isByGrowth ? growths.find(({ step }) => step >= since && step <= misuse.step) : undefined;
    const words = isMade
      ? misuseOfView(misuse, view as MemoryView)
      : refusedView(misuse, pagesAt(engine, misuse.step) * pageSize);
    const finding: Finding = {
      ...words,
      text: times > 1 ? `${words.text} This happens ${times} times.` : words.text,
      ...(isMade && { view: misuse.view }),
      step: misuse.statement,
      place: placeOfStatement(script, misuse.statement),
      cause: growth ? causeOf(growth, engine, facts) : isDetached ? exchangeOf(view, facts) : null,
    };
    return [{ known: misuse.step, finding }];
  });
  return told.toSorted((one, other) => one.known - other.known);
}

function placeOfStatement(script: TracedSource, step: number): CodePlace | null {
  const { history } = script;
  return placeOfSite(script, history.siteAt(history.momentAt(step)));
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

/** The line that exchanged memory's buffer, if that is what detached a view. */
function exchangeOf(view: MemoryView | undefined, { scriptPath }: RunFacts): Finding['cause'] {
  if (view?.state.kind !== 'detached' || view.state.growth !== null) return null;
  const { byLine, inStep } = view.state;
  const place = byLine === null ? null : { path: scriptPath, line: byLine, column: 0 };
  return { step: Math.max(0, inStep - 1), place, text: 'memory got another buffer' };
}

/** The line that grew memory: C++ does so by allocating. */
function causeOf({ step, from, to }: KnownGrowth, engine: ReplayEngine, facts: RunFacts): Finding['cause'] {
  engine.seek(step);
  const place = placeAt(engine.moment().at, facts);
  const listed = [...engine.list(step, step + 1, ['allocations'])];
  const allocated = listed.flatMap(({ allocations = [] }) => allocations);
  const largest = allocated.reduce<RawAllocation | null>(
    (most, each) => (most && most[3] >= each[3] ? most : each),
    null,
  );
  const grew =
    from === to ? 'memory grew by 0 pages, which detaches views too' : `memory grew from ${from} to ${to} pages`;
  const block = largest ? `block ${largest[1]} of ${largest[3].toLocaleString('en')} bytes was allocated, and ` : '';
  return { step, place, text: `${block}${grew}` };
}

/** Findings of the engine and of scripts in one list. `known` tells the steps of the engine's. */
export function mergeFindings(
  findings: readonly Finding[],
  known: readonly number[],
  others: readonly KnownFinding[],
): readonly Finding[] {
  if (others.length === 0) return findings;
  const all = findings.map((finding, index) => ({ finding, known: known[index] ?? Number.POSITIVE_INFINITY }));
  return [...all, ...others].toSorted((one, other) => one.known - other.known).map(({ finding }) => finding);
}
