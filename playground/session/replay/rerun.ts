import { type RecordedProgram, type Recording, recordProgram } from '../../trace/engine.ts';
import { growthHeader, release } from '../../trace/log.ts';
import type { LogMemory } from '../../trace/log-memory.ts';
import { type Block, type HeapTotals, type Layout, pageSize } from '../../trace/memory-state.ts';
import type { ReplayEngine } from '../../trace/replay-engine.ts';
import { Endings } from '../host/endings.ts';
import { RunLog } from '../host/run-log.ts';
import type { BlockLives } from './block-lives.ts';
import type { JournalEntry } from './log-message.ts';
import { openFrames, openingOf } from './opening-words.ts';
import type { RunWindow } from './run-window.ts';

/** What a program is run again with. */
export interface RerunSource {
  readonly engine: WebAssembly.Module;
  readonly wasm: Uint8Array;
  readonly recording: Recording;
  readonly journal: readonly JournalEntry[];
  readonly layout: Layout;
}

/** How much of a run is recorded. */
export interface WindowSize {
  /** A step that the window must have, if it can: it begins later where one step before it is more than it holds. */
  readonly wanted: number;
  /** It ends after so many steps, or when there are so many bytes of log. */
  readonly steps: number;
  readonly bytes: number;
}

/** What is known of the run before a window. */
interface KnownBefore {
  readonly lives: BlockLives;
  /** The steps at whose lines the open frames stand. */
  readonly lines: readonly (number | null)[];
}

/**
 * Blocks that a window begins with, at most: live ones before freed ones, newer ones before older ones. Of freed ones
 * fewer do where nothing is looked for: as many as panels list.
 */
const mostBlocks = 100_000;
const mostListed = 5_000;

const outputNote = 0;
const viewNotes = [7, 12];

/**
 * Runs the program again from its start, without recording up to a step, and records from there. The recording goes
 * into `replay`. Only the program's own WebAssembly runs: what it imports is read from the journal.
 */
export class Rerun {
  #program: Promise<Prepared> | null = null;

  constructor(
    readonly source: RerunSource,
    /** With `checks` reads are recorded too, and what goes wrong is looked for. */
    readonly checks: boolean,
  ) {}

  async record(from: number, size: WindowSize, before: KnownBefore, replay: ReplayEngine): Promise<RunWindow> {
    this.#program ??= this.#prepare();
    return new Attempt(await this.#program, this.source, this.checks, replay, from, size, before).perform();
  }

  /** Rewritten and compiled once: the host's optimised code serves the next time. */
  async #prepare(): Promise<Prepared> {
    const { engine, wasm, recording } = this.source;
    const recorded = await recordProgram(engine, wasm, recording, this.checks);
    if (recorded.status !== 'rewritten') throw new Error(recorded.reason);
    return { recorded, module: await WebAssembly.compile(recorded.wasm) };
  }
}

interface Prepared {
  readonly recorded: RecordedProgram;
  readonly module: WebAssembly.Module;
}

class Attempt {
  readonly #instance: WebAssembly.Instance;
  readonly #recorded: RecordedProgram;
  readonly #memoryOfLog: LogMemory;
  readonly #growths: [number, number, 0 | 1][] = [];
  readonly #endings = new Endings();
  readonly #passed: number[] = [];
  #log: RunLog;
  #next = 0;
  #output = 0;
  #lastView = 0;
  #window: Omit<RunWindow, 'to' | 'isCut'> | null = null;
  #pages: number;
  /** Whether the window begins with the next step, whichever that is. */
  #isNext = false;

  constructor(
    { recorded, module }: Prepared,
    readonly source: RerunSource,
    readonly checks: boolean,
    readonly replay: ReplayEngine,
    public from: number,
    readonly size: WindowSize,
    readonly before: KnownBefore,
  ) {
    this.#recorded = recorded;
    recorded.forgetRun();
    this.#instance = new WebAssembly.Instance(module, this.#imports(module));
    const memory = recorded.connect(this.#instance);
    if (!memory) throw new Error('the program cannot record');
    this.#memoryOfLog = memory;
    this.#log = this.#openLog(from);
    this.#pages = this.#size();
    recorded.onGrowth = () => this.#noteGrowth(0);
    recorded.onPause = (need) => (need === 0 && !this.#window ? this.#begin() : this.#log.pause(need));
  }

  /** A log for one window, which begins after so many steps. */
  #openLog(steps: number): RunLog {
    const log = new RunLog(this.#memoryOfLog, this.#instance, {
      budget: this.size.bytes,
      stepLimit: steps,
      postPart: (words) => {
        this.replay.addPart(words);
        release(words);
      },
      post: (section) => this.replay.add(section),
      onEnd: (why) => why === 'budget' && this.#full(),
      onJournal: () => undefined,
      onScript: () => undefined,
    });
    return log;
  }

  /** The window is full in the middle of a step. */
  #full(): void {
    const window = this.#window;
    const step = window === null ? 0 : this.#lastStep(window) - 1;
    this.#log.allow(1); // ends the program at its next step,
    if (!window || step >= this.size.wanted) return;
    // or begins anew there: the calls that are open now are known to the replay alone.
    this.replay.seek(this.replay.steps);
    this.#log.keepFrames(this.replay.frames());
    this.#passed.push(step);
    this.#window = null;
    this.#isNext = true;
    this.from = step + 1;
    this.#log = this.#openLog(0);
  }

  #lastStep(window: Omit<RunWindow, 'to' | 'isCut'>): number {
    return window.from - window.opening.steps.length + this.replay.steps;
  }

  perform(): RunWindow {
    const { journal } = this.source;
    while (this.#next < journal.length && !this.#log.ended) this.#act();
    this.#log.take();
    if (!this.#window) this.#begin(); // the window lies behind the last line
    const isCut = this.#log.ended === 'budget';
    const window = this.#window as unknown as Omit<RunWindow, 'to' | 'isCut'>;
    return { ...window, isCut, to: this.#lastStep(window) - (isCut ? 1 : 0) };
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
      Reflect.apply(called, undefined, args);
    } catch {
      // As in the run that is repeated: its host went on, or the window is full.
      if (!this.#log.ended) this.#log.depth = depth;
    }
    this.#log.outer = outer;
  }

  #note([header, first, second]: readonly [number, number, number], isStep: boolean): void {
    if (isStep && !this.#window && (this.#isNext || this.#log.steps === this.from)) this.#begin();
    if (!this.#window && header >> 4 === outputNote) this.#output += second;
    if (!this.#window && viewNotes.includes(header >> 4)) this.#lastView = second;
    if (!this.#window && header === growthHeader) this.#growths.push([first, second, 1]);
    this.#log.tell(header, first, second, isStep);
  }

  #noteGrowth(byHost: 0 | 1): void {
    const pages = this.#size();
    if (!this.#window) this.#growths.push([this.#pages, pages, byHost]);
    this.#pages = pages;
  }

  /** The window begins: the recording starts with what is there already. */
  #begin(): number {
    const totals = this.#recorded.totals();
    const needed = this.checks ? mostBlocks : Math.min(mostBlocks, Math.max(mostListed, totals.liveBlocks));
    const blocks = this.#recorded.blocks(needed);
    const opening = openingOf(openFrames(this.#log), blocks, this.before.lives, this.before.lines, (address) =>
      this.#wordAt(address),
    );
    const initial = this.#log.begin();
    const others = this.#log.others.map(({ buffer }) => buffer.byteLength / pageSize);
    this.replay.begin(this.#size(), 65_536, initial, others);
    this.replay.setLayout(this.source.layout);
    this.replay.add({ words: opening.words, pieces: new Uint32Array(), contents: new Uint8Array() });
    this.replay.beginInside(this.checks);
    this.#window = {
      from: this.from,
      passed: this.#passed,
      opening,
      blocks: totals.liveBlocks + totals.freedBlocks,
      leftOut: leftOut(totals, blocks),
      output: this.#output,
      growths: this.#growths,
      lastView: this.#lastView,
      stackLow: Number((this.#instance.exports['pagewise.stack_low'] as WebAssembly.Global).value) >>> 0,
    };
    this.#log.allow(this.size.steps);
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

  #wordAt(address: number): number {
    return new DataView(this.#memory.buffer).getUint32(address, true);
  }

  #size(): number {
    return this.#memory.buffer.byteLength / pageSize;
  }
}

/** Totals of the blocks that are not in a list: it leaves out none, or older ones. */
function leftOut(all: HeapTotals, listed: readonly Block[]): HeapTotals {
  if (listed.length === all.liveBlocks + all.freedBlocks) {
    return { liveBlocks: 0, liveBytes: 0, freedBlocks: 0, freedBytes: 0 };
  }
  const live = listed.filter(({ state }) => state === 'live');
  const freed = listed.filter(({ state }) => state === 'freed');
  const bytes = (blocks: readonly Block[]) => blocks.reduce((sum, { size, within }) => sum + (within ? 0 : size), 0);
  return {
    liveBlocks: all.liveBlocks - live.length,
    liveBytes: all.liveBytes - bytes(live),
    freedBlocks: all.freedBlocks - freed.length,
    freedBytes: all.freedBytes - bytes(freed),
  };
}
