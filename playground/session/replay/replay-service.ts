import type { ByteRange } from '../../trace/memory-state.ts';
import type { Destination, Direction, Trace } from '../../trace/trace.ts';
import { parseLogMessage } from './log-message.ts';
import { type KnownRun, LogReceiver } from './log-receiver.ts';

/** Milliseconds to wait for messages that a run says it has sent. */
const patience = 3_000;

/** What the replay worker answers. One worker serves one run. */
export class ReplayService {
  #receiver: LogReceiver | null = null;
  #trace: Trace | null = null;

  /** Listens to a run's log on a port that the sandbox holds the other end of. */
  open(engine: WebAssembly.Module, wasm: Uint8Array, port: MessagePort): void {
    const receiver = new LogReceiver(engine, wasm);
    this.#receiver = receiver;
    port.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = parseLogMessage(data);
      if (message) receiver.receive(message);
    };
  }

  /** Takes over what has come, waiting for `messages` of the run's; null when nothing was recorded. */
  async refresh(messages: number, facts: KnownRun) {
    const receiver = this.#receiver;
    if (!receiver) return null;
    await Promise.race([receiver.until(messages), new Promise((resolve) => setTimeout(resolve, patience))]);
    this.#trace = await receiver.trace(facts);
    return this.#trace && { steps: this.#trace.steps, limit: this.#trace.limit };
  }

  at(step: number) {
    return this.#opened().at(step);
  }
  read(step: number, range: ByteRange) {
    return this.#opened().read(step, range);
  }
  find(from: number, direction: Direction, destinations: readonly Destination[]) {
    return this.#opened().find(from, direction, destinations);
  }
  findings() {
    return this.#opened().findings();
  }
  overview(buckets: number) {
    return this.#opened().overview(buckets);
  }
  history(step: number, range: ByteRange, most: number) {
    return this.#opened().history(step, range, most);
  }
  code(step: number, frame: number) {
    return this.#opened().code(step, frame);
  }
  boundary() {
    return this.#opened().boundary();
  }
  codeLines(path: string) {
    return this.#opened().codeLines(path);
  }

  #opened(): Trace {
    if (!this.#trace) throw new Error('nothing was recorded');
    return this.#trace;
  }
}
