import type { Trace } from '../../trace/trace.ts';
import type { RecordingOptions } from '../host/recorder.ts';
import type { LogMessage } from '../replay/log-message.ts';
import { LogReceiver } from '../replay/log-receiver.ts';
import { findRuntime } from './find-runtime.ts';
import type { NodeRun } from './node-run.ts';

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
    const engine = await findRuntime().engine();
    const messages = this.#messages.splice(0);
    this.#received += messages.length;
    if (this.#received === 0) return null;
    this.#receiver ??= new LogReceiver(engine, wasm);
    for (const message of messages) this.#receiver.receive(message);
    await this.#receiver.until(this.#received);
    return this.#receiver.trace({ state: run.state, scriptPath, script: run.scripts });
  }
}
