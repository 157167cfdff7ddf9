import type { ByteRange } from '../../trace/memory-state.ts';
import type { Destination, Direction, Trace } from '../../trace/trace.ts';
import type { KnownRun } from './received-log.ts';
import { takeLog } from './take-log.ts';

/** What the replay worker answers. One worker serves one run. */
export class ReplayService {
  #log: ReturnType<typeof takeLog> | null = null;
  #trace: Trace | null = null;

  /** Listens to a run's log on a port that the sandbox holds the other end of. */
  open(engine: WebAssembly.Module, wasm: Uint8Array, port: MessagePort): void {
    this.#log = takeLog(engine, wasm, port);
  }

  /** Takes over what has come, waiting for `messages` of the run's; null when nothing was recorded. */
  async refresh(messages: number, facts: KnownRun) {
    this.#trace = (await this.#log?.trace(messages, facts)) ?? null;
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
  viewReads() {
    return this.#opened().viewReads();
  }
  copies(from: number, to: number) {
    return this.#opened().copies(from, to);
  }
  heapPeak() {
    return this.#opened().heapPeak();
  }
  typeSize(name: string) {
    return this.#opened().typeSize(name);
  }
  codeLines(path: string) {
    return this.#opened().codeLines(path);
  }

  #opened(): Trace {
    if (!this.#trace) throw new Error('nothing was recorded');
    return this.#trace;
  }
}
