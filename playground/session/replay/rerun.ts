import { type RecordedProgram, type Recording, recordProgram } from '../../trace/engine.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import { Endings } from '../host/endings.ts';
import { RunLog } from '../host/run-log.ts';
import type { JournalEntry } from './log-message.ts';
import { frameWords, heapWords } from './opening-words.ts';

/** What a program is run again with. */
export interface RerunSource {
  readonly engine: WebAssembly.Module;
  readonly wasm: Uint8Array;
  readonly recording: Recording;
  readonly journal: readonly JournalEntry[];
}

/** Part of a long run, recorded when the program was run again. */
export interface RunWindow {
  /** The step at which it begins, and the last one that it has. */
  readonly from: number;
  readonly to: number;
  /** Steps in the replay that come before it: the lines at which the outer frames stood. */
  readonly before: number;
  /** Until the window begins: characters of output, growths (pages from and to), the newest view, the lowest stack pointer. */
  readonly output: number;
  readonly growths: readonly (readonly [from: number, to: number, byHost: 0 | 1])[];
  readonly lastView: number;
  readonly stackLow: number;
}

/** Bytes of log after which a window ends early: one step may be much work of a library. */
const windowBytes = 64_000_000;

const outputNote = 0;
const viewNote = 7;

/**
 * Runs the program again from its start, without recording up to a step, and records from there: `length` steps at
 * most. The recording goes into `replay`. Only the program's own WebAssembly runs: what it imports is read from the journal.
 */
export class Rerun {
  #module: WebAssembly.Module | null = null;

  constructor(readonly source: RerunSource) {}

  async record(from: number, length: number, replay: ReplayEngine): Promise<RunWindow> {
    const recorded = await recordProgram(this.source.engine, this.source.wasm, this.source.recording);
    if (recorded.status !== 'rewritten') throw new Error(recorded.reason);
    // Compiled once: the host's optimised code serves the next time.
    this.#module ??= await WebAssembly.compile(recorded.wasm);
    return new Attempt(this.#module, recorded, this.source, replay, from, length).perform();
  }
}

class Attempt {
  readonly #instance: WebAssembly.Instance;
  readonly #log: RunLog;
  readonly #growths: [number, number, 0 | 1][] = [];
  readonly #endings = new Endings();
  #next = 0;
  #output = 0;
  #lastView = 0;
  #window: Omit<RunWindow, 'to'> | null = null;
  #pages: number;

  constructor(
    module: WebAssembly.Module,
    readonly recorded: RecordedProgram,
    readonly source: RerunSource,
    readonly replay: ReplayEngine,
    readonly from: number,
    readonly length: number,
  ) {
    this.#instance = new WebAssembly.Instance(module, this.#imports(module));
    const memory = recorded.connect(this.#instance);
    if (!memory) throw new Error('the program cannot record');
    this.#log = new RunLog(memory, this.#instance, {
      budget: windowBytes,
      stepLimit: from,
      post: (section) => replay.add(section),
      onEnd: (why) => why === 'budget' && this.#log.allow(1), // ends the program at its next step
      onJournal: () => undefined,
      onScript: () => undefined,
    });
    this.#pages = this.#size();
    recorded.onPause = (need) => (need === 0 && !this.#window ? this.#begin() : this.#log.pause(need));
  }

  perform(): RunWindow {
    const { journal } = this.source;
    while (this.#next < journal.length && !this.#log.ended) this.#act();
    if (!this.#window) this.#begin(); // the window lies behind the last line
    const isCut = this.#log.ended === 'budget'; // in the middle of a step
    this.#log.take();
    const window = this.#window as unknown as Omit<RunWindow, 'to'>;
    return { ...window, to: window.from - window.before + this.replay.steps - (isCut ? 1 : 0) };
  }

  /** Performs the next entry; returns it when it ends an import. */
  #act(): JournalEntry | null {
    const entry = this.source.journal[this.#next++];
    if (!entry) return { kind: 'end' };
    switch (entry.kind) {
      case 'call':
        this.#call(entry.name, entry.args);
        return null;
      case 'write':
        this.#log.writes('host', entry.address, entry.bytes.length);
        new Uint8Array(this.#memory.buffer).set(entry.bytes, entry.address);
        return null;
      case 'grow':
        this.#memory.grow(entry.pages);
        this.#log.checkSize();
        this.#noteGrowth(1);
        return null;
      case 'note':
        this.#note(entry.words, entry.isStep);
        return null;
      case 'return':
      case 'end':
        return entry;
      default:
        return entry satisfies never;
    }
  }

  #call(name: string, args: readonly (number | bigint)[]): void {
    const called = this.#instance.exports[name];
    if (typeof called !== 'function') throw new Error(`the program exports no ${name}`);
    const { depth, outer } = this.#log;
    try {
      called(...args);
    } catch {
      // As in the run that is repeated: its host went on, or the window is full.
      if (!this.#log.ended) this.#log.depth = depth;
    }
    this.#log.outer = outer;
    if (!this.#window) this.#noteGrowth(0);
  }

  #note([header, first, second]: readonly [number, number, number], isStep: boolean): void {
    if (isStep && !this.#window && this.#log.steps === this.from) this.#begin();
    if (!this.#window && header >> 4 === outputNote) this.#output += second;
    if (!this.#window && header >> 4 === viewNote) this.#lastView = second;
    this.#log.tell(header, first, second, isStep);
  }

  #noteGrowth(byHost: 0 | 1): void {
    const pages = this.#size();
    if (!this.#window && pages !== this.#pages) this.#growths.push([this.#pages, pages, byHost]);
    this.#pages = pages;
  }

  /** The window begins: the recording starts with what is there already. */
  #begin(): number {
    this.#noteGrowth(0);
    const initial = this.#log.begin();
    const frames = frameWords(this.#log);
    this.replay.begin(this.#size(), 65_536, initial);
    const words = Uint32Array.from([...heapWords(this.recorded), ...frames.words]);
    this.replay.add({ words, pieces: new Uint32Array(), contents: new Uint8Array() });
    this.replay.beginInside();
    this.#window = {
      from: this.from,
      before: frames.lines,
      output: this.#output,
      growths: this.#growths,
      lastView: this.#lastView,
      stackLow: Number((this.#instance.exports['pagewise.stack_low'] as WebAssembly.Global).value) >>> 0,
    };
    this.#log.allow(this.length);
    return 0;
  }

  /** Every import does what the journal says until it returns. */
  #imports(module: WebAssembly.Module): WebAssembly.Imports {
    // No prototypes: a module chooses these names.
    const imports: Record<string, Record<string, WebAssembly.ImportValue>> = Object.create(null);
    for (const { module: from, name, kind } of WebAssembly.Module.imports(module)) {
      if (kind !== 'function') throw new Error(`the program imports the ${kind} ${name}`);
      imports[from] ??= Object.create(null) as Record<string, WebAssembly.ImportValue>;
      imports[from][name] = () => this.#duringImport();
    }
    return imports;
  }

  #duringImport(): number | bigint {
    const { depth, outer } = this.#log;
    this.#log.outer = depth;
    this.#noteGrowth(0);
    let ending = this.#act();
    while (!ending && !this.#log.ended) ending = this.#act();
    this.#log.depth = depth;
    this.#log.outer = outer;
    this.#log.checkSize();
    if (ending?.kind !== 'return') return this.#endings.end({ kind: 'exit', code: 0 });
    return ending.value;
  }

  get #memory(): WebAssembly.Memory {
    return this.#instance.exports.memory as WebAssembly.Memory;
  }

  #size(): number {
    return this.#memory.buffer.byteLength / 65_536;
  }
}
