import type { Attempt } from '../../playground/exercises/attempt.ts';
import type { RecordedLog } from '../../playground/session/node/node-recording.ts';
import type { Outcome, Run } from '../../playground/session/run.ts';
import type { ByteSource, MemoryState } from '../../playground/trace/memory-state.ts';
import type { ReplayTrace } from '../../playground/trace/replay-trace.ts';

/** What a program was before its memory is read: the live instance, for checks that call its exports. */
export interface LiveProgram {
  readonly wasm: Uint8Array;
  /** How `main` ended; or the JavaScript or the call that did not finish. Nothing runs after it. */
  readonly outcome: Outcome;
  readonly state: MemoryState;
  readonly read: ByteSource['read'];
  readonly call: Run['call'];
  readonly exit: Attempt['exit'];
  readonly stdout: () => string;
  readonly scriptOutput: () => string;
  /** What was recorded until now; null when that is nothing, or a part only. */
  readonly trace: () => Promise<ReplayTrace | null>;
  /** All of it, where no trace was made; null when a part only has come. */
  readonly log: () => Promise<RecordedLog | null>;
  /** To be called when nothing is asked of it any more. */
  readonly end: () => Promise<void>;
}
