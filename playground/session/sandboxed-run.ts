import type { CallTimes } from '../measure/call-times.ts';
import type { MeasurePlan, MeasureReport } from '../measure/measurement.ts';
import { type ByteRange, type Layout, type MemoryState, pageSize } from '../trace/memory-state.ts';
import { FrameClock } from './frame-clock.ts';
import type { PreparedScript } from './host/javascript.ts';
import { type CanvasFrame, measurePatience, type Outcome, type Run, type RunOptions } from './run.ts';
import { type FromWorker, limits, type ReportedState, type ToWorker } from './sandbox/messages.ts';
import type { Sandbox } from './sandbox/open-sandbox.ts';
import { parseMessage } from './sandbox/parse-message.ts';
import { Snapshots } from './snapshots.ts';

type Request =
  | { readonly kind: 'start' }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly string[] }
  | { readonly kind: 'script'; readonly script: PreparedScript }
  | { readonly kind: 'measure'; readonly plan: MeasurePlan }
  | { readonly kind: 'time' };

/** The functions of a program, and those that it lacks. */
type Interface = Pick<Run, 'exports' | 'missing'>;
const noFunctions: Interface = { exports: [], missing: [] };

interface Question {
  readonly range: ByteRange;
  readonly answer: (bytes: Uint8Array) => void;
}

const misbehaved = 'the program broke out of its rules: the sandbox sent a message that no run sends';

const gone =
  'the sandbox does not answer any more: most likely the program used up its memory, and the browser ended it. What was recorded until then is kept';

/** The page's end of one run: parses what comes back, and ends the run from outside. */
export class SandboxedRun {
  readonly #calls = new Map<number, (outcome: Outcome) => void>();
  readonly #questions = new Map<number, Question>();
  readonly #snapshots = new Snapshots();
  #opened: ((functions: Interface) => void) | null = null;
  #layout: Layout | null = null;
  /** Why nothing can be run any more. */
  #over: Outcome | null = null;
  #lastId = 0;
  #outputLeft: number = limits.output + 1_000; // the worker's own notice comes on top
  #messages = 0;
  #pictures = 0;
  readonly #clock = new FrameClock(() => this.sandbox.port.postMessage({ kind: 'frame' } satisfies ToWorker));
  #second = 0;
  /** Messages of the log that the worker has sent, as far as is known. */
  #recorded = 0;
  #state: MemoryState | null = null;
  #limit: ReturnType<typeof setTimeout> | undefined;
  #times: CallTimes | null = null;
  #onReport: (report: MeasureReport) => void = () => undefined;

  constructor(
    readonly sandbox: Sandbox,
    readonly options: RunOptions,
  ) {
    sandbox.port.onmessage = ({ data }: MessageEvent<unknown>) => this.#receive(data);
    void sandbox.gone.then(() => this.#end({ status: 'threw', message: gone, location: null }));
    options.signal.addEventListener('abort', this.#onAbort, { once: true });
    if (options.signal.aborted) this.stop();
  }

  /** The program's functions; none when it was refused, which every later call then tells. */
  open(message: ToWorker, log: MessagePort | null): Promise<Interface> {
    return new Promise((resolve) => {
      this.#opened = resolve;
      if (this.#over) resolve(noFunctions);
      else this.sandbox.port.postMessage(message, log ? [log] : []);
    });
  }

  async perform(request: Request): Promise<Outcome> {
    if (this.#over) return this.#over;
    const id = ++this.#lastId;
    this.#wait(request.kind === 'measure' ? measurePatience : this.options.timeLimit);
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#calls.set(id, resolve);
      this.sandbox.port.postMessage({ ...request, id } satisfies ToWorker);
    });
    if (this.#calls.size === 0) clearTimeout(this.#limit);
    return outcome;
  }

  measure(plan: MeasurePlan, onReport: (report: MeasureReport) => void): Promise<Outcome> {
    this.#onReport = onReport;
    return this.perform({ kind: 'measure', plan });
  }

  async callTimes(): Promise<CallTimes | null> {
    this.#times = null;
    await this.perform({ kind: 'time' });
    return this.#times;
  }

  /** Begins anew to wait for as long as the run may take. */
  #wait(milliseconds: number): void {
    clearTimeout(this.#limit);
    this.#limit = setTimeout(() => this.#end({ status: 'stopped', by: 'time-limit', milliseconds }), milliseconds);
  }

  /** While the program is busy, or after it was stopped, the answer is what it reported last. */
  read(range: ByteRange): Promise<Uint8Array> {
    const known = this.#calls.size > 0 || this.#over ? this.#snapshots.read(range) : null;
    if (known) return Promise.resolve(known);
    if (this.#over) return Promise.resolve(new Uint8Array());
    return new Promise((answer) => {
      const id = ++this.#lastId;
      this.#questions.set(id, { range, answer });
      this.sandbox.port.postMessage({ kind: 'read', id, start: range.start, end: range.end } satisfies ToWorker);
    });
  }

  /** What was reported last, and how many messages of the log belong to it. */
  get recorded(): { readonly messages: number; readonly state: MemoryState | null } {
    return { messages: this.#recorded, state: this.#state };
  }

  stop(): void {
    this.#end({ status: 'stopped', by: 'learner' });
  }

  readonly #onAbort = () => this.stop();

  #end(outcome: Outcome): void {
    if (this.#over) return;
    this.#over = outcome;
    this.sandbox.remove();
    this.#clock.end();
    this.options.signal.removeEventListener('abort', this.#onAbort);
    this.#opened?.(noFunctions);
    for (const resolve of this.#calls.values()) resolve(outcome);
    for (const { range, answer } of this.#questions.values()) answer(this.#snapshots.read(range) ?? new Uint8Array());
    this.#calls.clear();
    this.#questions.clear();
  }

  #receive(data: unknown): void {
    if (this.#over) return;
    const message = this.#isFlood() ? null : parseMessage(data);
    if (message) this.#take(message);
    else this.#end({ status: 'trapped', reason: misbehaved, location: null });
  }

  #take(message: FromWorker): void {
    switch (message.kind) {
      case 'opened':
        this.#opened?.(message);
        this.#opened = null;
        break;
      case 'refused':
        this.#end({ status: 'trapped', reason: message.reason, location: null });
        break;
      case 'output':
        for (const { stream, text } of message.pieces) {
          this.#outputLeft -= text.length;
          if (this.#outputLeft >= 0) this.options.onOutput(stream, text);
        }
        break;
      case 'state':
        this.#snapshots.add(message.snapshots, message.state.pages * pageSize);
        this.#showState(message.state);
        break;
      case 'ended':
        this.#recorded = message.recorded;
        this.#calls.get(message.id)?.(message.outcome);
        this.#calls.delete(message.id);
        break;
      case 'frame-wanted':
        this.#clock.want();
        break;
      case 'frame':
        if (message.frame.spent !== null) this.#clock.answered();
        this.#showFrame(message.frame);
        break;
      case 'measured':
        if (this.#calls.size > 0) this.#wait(measurePatience);
        this.#onReport(message.report);
        break;
      case 'timed':
        this.#times = message.times;
        break;
      case 'bytes':
        this.#questions.get(message.id)?.answer(message.bytes);
        this.#questions.delete(message.id);
        break;
      default:
        message satisfies never;
    }
  }

  #showState({ layout, ...state }: ReportedState): void {
    this.#layout = layout ?? this.#layout;
    if (!this.#layout) return;
    this.#state = { ...state, layout: this.#layout };
    this.options.onState(this.#state);
  }

  #showFrame(frame: CanvasFrame): void {
    if (frame.picture) this.#pictures++;
    if (this.options.onFrame) this.options.onFrame(frame);
    else frame.picture?.close();
  }

  #isFlood(): boolean {
    const second = Math.floor(performance.now() / 1000);
    if (second !== this.#second) [this.#messages, this.#pictures] = [0, 0];
    this.#second = second;
    return ++this.#messages > limits.messagesPerSecond || this.#pictures > limits.picturesPerSecond;
  }
}
