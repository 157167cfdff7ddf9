import type { Trace } from '../../trace/trace.ts';
import type { RecordingOptions } from '../host/recorder.ts';
import type { LogMessage } from '../replay/log-message.ts';
import { LogReceiver } from '../replay/log-receiver.ts';
import type { KnownRun } from '../replay/received-log.ts';
import { findRuntime } from './find-runtime.ts';
import type { NodeRun } from './node-run.ts';

/** A run's log, in order, and what is known of the run beside it. */
export interface RecordedLog {
  readonly messages: readonly LogMessage[];
  readonly known: KnownRun;
}

/** Keeps what a run in this process records, and replays it. */
export class NodeRecording {
  /** Recorded since the last trace. */
  readonly #messages: LogMessage[] = [];
  #receiver: LogReceiver | null = null;
  #received = 0;
  /** What the run is to be opened with. */
  readonly options: RecordingOptions;

  /** `limits.budget` is in bytes of log. Reads are recorded. */
  constructor(limits: Pick<RecordingOptions, 'budget' | 'stepLimit'>) {
    this.options = { ...limits, loads: true, post: (message) => this.#messages.push(message) };
  }

  /** All that the run has recorded so far; null when that is nothing. `scriptPath` is the file of its script. */
  async trace(wasm: Uint8Array, run: NodeRun, scriptPath: string): Promise<Trace | null> {
    run.sync();
    // A program that never ran has no state to be taken.
    if (this.#received + this.#messages.length === 0) return null;
    const { messages, known } = this.take(run, scriptPath);
    const engine = await findRuntime().engine();
    this.#received += messages.length;
    this.#receiver ??= new LogReceiver(engine, wasm);
    for (const message of messages) this.#receiver.receive(message);
    await this.#receiver.until(this.#received);
    return this.#receiver.trace(known);
  }

  /** What was recorded since the last time, which no later trace has, with what is known of the run beside it. */
  take(run: NodeRun, scriptPath: string): RecordedLog {
    run.sync();
    const { state, scripts } = run;
    const script = scripts && { sites: scripts.sites, functions: scripts.functions };
    return { messages: this.#messages.splice(0), known: { state, scriptPath, script } };
  }
}
