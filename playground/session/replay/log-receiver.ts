import type { MalformedModule, Recording } from '../../trace/engine.ts';
import { release } from '../../trace/log.ts';
import type { RunFacts } from '../../trace/moment-of.ts';
import { openReplay, type ReplayEngine } from '../../trace/replay-engine.ts';
import { ReplayTrace } from '../../trace/replay-trace.ts';
import { ScriptHistory, type ScriptSource } from '../../trace/script-history.ts';
import type { Trace } from '../../trace/trace.ts';
import { giveLog, type JournalEntry, type LogMessage, logSizeOf, type RecordingEnd } from './log-message.ts';
import { LongTrace } from './long-trace.ts';
import type { WindowEngines } from './run-windows.ts';

/** Bytes of log that are taken at most, whatever a run sends. */
const mostBytes = 768 * 1024 * 1024;

/** Milliseconds between looks whether messages still come, and looks in vain after which none will. */
const betweenLooks = 2_000;
const mostSilent = 3;

const limits: Record<RecordingEnd | 'too-much' | 'damaged' | 'script', string> = {
  script: 'The script went on when its steps were full: what it did later is shown as one.',
  budget: 'The run went on after its recording was full: what came later is not shown.',
  'step-limit': 'The run made as many steps as it may, and was ended there.',
  'too-much': 'The recording ends here: there is no room for more.',
  damaged: 'The recording ends here: what came later cannot be read.',
};

/** What the page knows of a run beside its log. */
export interface KnownRun extends Omit<RunFacts, 'heapEndAt' | 'script' | 'crossings'> {
  /** Of all scripts that were run. */
  readonly script?: ScriptSource | null;
}

/** Takes the messages of one run, and replays them. */
export class LogReceiver {
  #engine: Promise<ReplayEngine | MalformedModule> | null = null;
  #ready: ReplayEngine | null = null;
  #windows: Promise<WindowEngines | null> | null = null;
  #long: LongTrace | null = null;
  recording: Recording = 'none';
  readonly #journal: JournalEntry[] = [];
  readonly #scripts = new ScriptHistory();
  #isWhole = false;
  #steps = 0;
  #heapEndAt: number | null = null;
  #limit: keyof typeof limits | null = null;
  #bytes = 0;
  #received = 0;
  readonly #waiting: (() => void)[] = [];
  #queue: Promise<void> = Promise.resolve();

  constructor(
    readonly engine: WebAssembly.Module,
    readonly wasm: Uint8Array,
  ) {}

  /** Takes a message; in order, and one after the other. The words of a part are given back: nobody can read them afterwards. */
  receive(message: LogMessage): void {
    this.#queue = this.#queue.then(() => this.#take(message)).catch(() => this.#stop('damaged'));
    void this.#queue.then(() => this.#count());
  }

  /** Resolves when so many messages have been taken, or when no more come: a run may have sent fewer than it says. */
  async until(count: number): Promise<void> {
    for (let silent = 0; this.#received < count && silent < mostSilent; ) {
      const before = this.#received;
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
        setTimeout(resolve, betweenLooks);
      });
      await this.#queue;
      silent = this.#received === before ? silent + 1 : 0;
    }
  }

  /** What there is now; null when nothing was recorded. */
  async trace(known: KnownRun): Promise<Trace | null> {
    if (!this.#ready || this.#ready.steps === 0) return null;
    const why = this.#limit ?? (this.#scripts.isFull ? 'script' : null);
    const limit = why && limits[why];
    const script = known.script && { ...known.script, history: this.#scripts };
    const facts: RunFacts = {
      ...known,
      script: script ?? null,
      heapEndAt: this.#heapEndAt,
      crossings: this.#scripts.crossings,
    };
    const recorded = new ReplayTrace(this.#ready, facts, limit);
    const goesOn = this.#limit === 'budget' && this.#isWhole && this.#steps > recorded.steps;
    this.#long?.end();
    this.#windows ??= goesOn ? this.#openWindows() : null;
    const windows = goesOn ? await this.#windows : null;
    if (!windows) return recorded;
    const { engine, wasm, recording } = this;
    const source = { engine, wasm, recording, journal: [...this.#journal], layout: facts.state.layout };
    this.#long = new LongTrace(recorded, this.#steps, source, windows, facts);
    return this.#long;
  }

  /** More engines, for parts of the run that are recorded later. */
  async #openWindows(): Promise<WindowEngines | null> {
    const shown = await openReplay(this.engine, this.wasm, this.recording);
    const passing = await openReplay(this.engine, this.wasm, this.recording);
    return shown.status === 'ready' && passing.status === 'ready' ? { shown, passing } : null;
  }

  async #take(message: LogMessage): Promise<void> {
    if (this.#limit === 'damaged' || this.#limit === 'too-much') return;
    switch (message.kind) {
      case 'begin': {
        if (this.#engine) return this.#stop('damaged');
        this.recording = message.recording;
        this.#engine = openReplay(this.engine, this.wasm, message.recording);
        const opened = await this.#engine;
        if (opened.status !== 'ready') return this.#stop('damaged');
        opened.begin(message.pages, 65_536, message.section, message.others);
        this.#heapEndAt = message.heapEndAt;
        this.#ready = opened;
        break;
      }
      case 'part':
      case 'section':
        this.#bytes += logSizeOf(message) + (message.kind === 'section' ? message.section.contents.byteLength : 0);
        if (this.#bytes > mostBytes) return this.#stop('too-much');
        if (!this.#ready) return this.#stop('damaged');
        giveLog(message, this.#ready);
        if (message.kind === 'part') release(message.words);
        break;
      case 'script':
        this.#bytes += message.words.byteLength;
        if (this.#bytes > mostBytes) return this.#stop('too-much');
        if (!this.#scripts.add(message)) return this.#stop('damaged');
        break;
      case 'end':
        this.#stop(message.why);
        break;
      case 'journal':
        this.#journal.push(...message.entries);
        this.#isWhole = message.isWhole;
        this.#steps = message.steps;
        break;
      default:
        message satisfies never;
    }
  }

  #stop(why: keyof typeof limits): void {
    this.#limit ??= why;
  }

  #count(): void {
    this.#received++;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
