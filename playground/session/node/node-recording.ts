import type { Trace } from '../../trace/trace.ts';
import type { RecordingOptions } from '../host/recorder.ts';
import type { LogMessage } from '../replay/log-message.ts';
import { LogReceiver } from '../replay/log-receiver.ts';
import { findRuntime } from './find-runtime.ts';
import type { NodeRun } from './node-run.ts';

/** Keeps what a run in this process records, and replays it. */
export class NodeRecording {
  readonly #messages: LogMessage[] = [];
  /** What the run is to be opened with. */
  readonly options: RecordingOptions;

  /** `limits.budget` is in bytes of log. Reads are recorded. */
  constructor(limits: Pick<RecordingOptions, 'budget' | 'stepLimit'>) {
    this.options = { ...limits, loads: true, post: (message) => this.#messages.push(message) };
  }

  /** All that the run has recorded so far; null when that is nothing. `scriptPath` is the file of its script. */
  async trace(wasm: Uint8Array, run: NodeRun, scriptPath: string): Promise<Trace | null> {
    run.sync();
    if (this.#messages.length === 0) return null;
    const receiver = new LogReceiver(await findRuntime().engine(), wasm);
    for (const message of this.#messages) receiver.receive(message);
    await receiver.until(this.#messages.length);
    return receiver.trace({ state: run.state, scriptPath, script: run.scripts });
  }
}
