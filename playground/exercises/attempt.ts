import type { Check } from '../lesson/exercise.ts';
import type { Outcome, SourceLocation } from '../session/run.ts';
import type { ByteSource, MemoryState } from '../trace/memory-state.ts';
import type { Trace } from '../trace/trace.ts';

/** A learner's attempt at an exercise after it ran: the instance is still live. In the page and in Node. */
export interface Attempt {
  /** How it ended: `main`, or the JavaScript after it where that did not finish. */
  readonly outcome: Outcome;
  /** Standard output, whole. */
  readonly output: string;
  /** The state at the end. */
  readonly state: MemoryState;
  readonly bytes: ByteSource;
  /** What the learner wrote, the JavaScript included. */
  readonly sources: readonly { readonly path: string; readonly text: string }[];
  /** All that was recorded until now, the calls that were made since included; null when that is nothing. */
  trace(): Promise<Trace | null>;
  /** Calls an export, with arguments as a learner types them. */
  call(name: string, args: readonly string[]): Promise<Outcome>;
  /** Ends the program as C's `exit` does, and gives the state then. Nothing else can be asked of it afterwards. */
  exit(): Promise<MemoryState>;
}

/** What one check found. */
export interface Verdict {
  readonly passed: boolean;
  /** What was found instead, in words; null when it passed. */
  readonly found: string | null;
  /** The line that is guilty, where it is known. */
  readonly location: SourceLocation | null;
  /** Where to look at it, where that is known. */
  readonly moment: LookAt | null;
  /** It could not be tried, because the program did not start: another verdict tells why. */
  readonly untried?: true | undefined;
}

/** A step of the attempt, and the panel that shows what was found there. */
export interface LookAt {
  readonly step: number;
  readonly panel: 'findings' | 'heap' | 'stack' | 'bytes' | 'views' | 'call';
}

/** Decides every check, in order; calls come last in time, whatever their place, because they change memory. */
export type EvaluateChecks = (checks: readonly Check[], attempt: Attempt) => Promise<readonly Verdict[]>;
