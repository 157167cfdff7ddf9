import { KnownBytes } from './known-bytes.ts';
import { misuses } from './misuse-findings.ts';
import type { RunFacts } from './moment-of.ts';
import type { ReplayEngine } from './replay-engine.ts';
import type { Found } from './script-mistakes.ts';
import type { Finding } from './trace.ts';
import { readsAfterFree, unitMistakes } from './unit-findings.ts';

/** A finding, and the step in which it became known. */
export interface KnownFinding {
  readonly known: number;
  readonly finding: Finding;
}

/** What a script's use of views did wrong, in order: the engine sees none of it. What a line does again is one finding. */
export function scriptFindings(engine: ReplayEngine, facts: RunFacts): readonly KnownFinding[] {
  const { script, state } = facts;
  if (!script || script.history.moments === 0) return [];
  const views = new Map(state.views.map((view) => [view.id, view]));
  const around = { engine, facts, script, views, bytes: new KnownBytes(engine, state.layout, state.growths) };
  const first = new Map<string, Found>();
  const times = new Map<string, number>();
  for (const list of [misuses(around), unitMistakes(around), readsAfterFree(around)]) {
    for (const found of list) {
      const key = [found.what, found.view, found.place?.path, found.place?.line].join();
      if (!first.has(key)) first.set(key, found);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  }
  return [...first]
    .map(([key, { known, step, place, view, tell }]) => {
      const { text, ...told } = tell();
      const count = times.get(key) ?? 1;
      const again = count > 1 ? ` This happens ${count.toLocaleString('en')} times.` : '';
      return { known, finding: { ...told, text: text + again, step, place, ...(view !== undefined && { view }) } };
    })
    .toSorted((one, other) => one.known - other.known);
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
