import type { MalformedModule, Recording } from '../../trace/engine.ts';
import { openReplay, type ReplayEngine } from '../../trace/replay-engine.ts';
import type { Trace } from '../../trace/trace.ts';
import type { LogMessage } from './log-message.ts';
import { LongTrace } from './long-trace.ts';
import { type KnownRun, ReceivedLog } from './received-log.ts';
import type { WindowEngines } from './run-windows.ts';

/** Milliseconds between looks whether messages still come, and looks in vain after which none will. */
const betweenLooks = 2_000;
const mostSilent = 3;

/** Takes the messages of one run, and replays them. */
export class LogReceiver {
  #engine: Promise<ReplayEngine | MalformedModule> | null = null;
  #windows: Promise<WindowEngines | null> | null = null;
  #long: LongTrace | null = null;
  recording: Recording = 'none';
  readonly #log = new ReceivedLog();
  #received = 0;
  readonly #waiting: (() => void)[] = [];
  #queue: Promise<void> = Promise.resolve();

  constructor(
    readonly engine: WebAssembly.Module,
    readonly wasm: Uint8Array,
  ) {}

  /** Takes a message; in order, and one after the other. The words of a part are given back: nobody can read them afterwards. */
  receive(message: LogMessage): void {
    this.#queue = this.#queue.then(() => this.#take(message)).catch(() => this.#log.stop('damaged'));
    void this.#queue.then(() => this.#count());
  }

  /** Resolves when so many messages have been taken, or when no more come: a run may have sent fewer than it says. */
  async until(count: number): Promise<void> {
    for (let silent = 0; this.#received < count && silent < mostSilent; ) {
      const before = this.#received;
      let look: ReturnType<typeof setTimeout> | undefined;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        look = setTimeout(resolve, betweenLooks);
      });
      // Node.js does not end a process while a timer runs.
      clearTimeout(look);
      await this.#queue;
      silent = this.#received === before ? silent + 1 : 0;
    }
  }

  /** What there is now; null when nothing was recorded. */
  async trace(known: KnownRun): Promise<Trace | null> {
    const recorded = this.#log.recorded(known);
    if (!recorded) return null;
    const goesOn = this.#log.goesOnAfter(recorded);
    this.#long?.end();
    this.#windows ??= goesOn ? this.#openWindows() : null;
    const windows = goesOn ? await this.#windows : null;
    if (!windows) return recorded;
    const { engine, wasm, recording } = this;
    const { journal, steps } = this.#log;
    const source = { engine, wasm, recording, journal: [...journal], layout: recorded.facts.state.layout };
    this.#long = new LongTrace(recorded, steps, source, windows, recorded.facts);
    return this.#long;
  }

  /** More engines, for parts of the run that are recorded later. */
  async #openWindows(): Promise<WindowEngines | null> {
    const shown = await openReplay(this.engine, this.wasm, this.recording);
    const passing = await openReplay(this.engine, this.wasm, this.recording);
    return shown.status === 'ready' && passing.status === 'ready' ? { shown, passing } : null;
  }

  async #take(message: LogMessage): Promise<void> {
    if (this.#log.isOver) return;
    if (message.kind !== 'begin') return this.#log.take(message);
    if (this.#engine) return this.#log.stop('damaged');
    this.recording = message.recording;
    this.#engine = openReplay(this.engine, this.wasm, message.recording);
    this.#log.begin(message, await this.#engine);
  }

  #count(): void {
    this.#received++;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
