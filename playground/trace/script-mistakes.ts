import type { KnownBytes } from './known-bytes.ts';
import type { CodePlace, MemoryView } from './memory-state.ts';
import type { RunFacts } from './moment-of.ts';
import type { ReplayEngine } from './replay-engine.ts';
import { placeOfSite, type TracedSource } from './script-frames.ts';
import type { Finding } from './trace.ts';

/** Something that a line of a script did wrong, each time that it did it. */
export interface Found {
  /** The step that is guilty, and the one that went on then. */
  readonly step: number;
  readonly known: number;
  readonly place: CodePlace | null;
  /** What tells it from other mistakes of the same line. */
  readonly what: string;
  readonly view?: number;
  /** Asked of the first time only. */
  readonly tell: () => Pick<Finding, 'kind' | 'text' | 'cause'>;
}

/** What is known of a run when its scripts are looked through. */
export interface Surroundings {
  readonly engine: ReplayEngine;
  readonly facts: RunFacts;
  readonly script: TracedSource;
  readonly views: ReadonlyMap<number, MemoryView>;
  readonly bytes: KnownBytes;
}

/** Where the statement stands that a step began with. */
export function placeOfStatement(script: TracedSource, step: number): CodePlace | null {
  const { history } = script;
  return placeOfSite(script, history.siteAt(history.momentAt(step)));
}
