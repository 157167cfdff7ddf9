import {
  growthHeader,
  isStep,
  type LogSection,
  type LogWords,
  type NoteKind,
  noteHeader,
  rangeHeader,
} from '../../trace/log.ts';
import type { LogMemory } from '../../trace/log-memory.ts';
import type { ScriptPart } from '../../trace/script-log.ts';
import type { LogMessage, RecordingEnd } from '../replay/log-message.ts';
import type { WithBuiltIns } from './built-ins.ts';
import { max, memoryBuffer, now } from './intrinsics.ts';
import { Journal } from './journal.ts';
import { MemoryPieces } from './memory-pieces.ts';
import { ScriptEvents } from './script-events.ts';

export interface RunLogOptions {
  /** Bytes of log that are kept; then recording ends, and the program goes on. */
  readonly budget: number;
  /** Steps after which the program is ended. */
  readonly stepLimit: number;
  /** Called with the first words of the next section, part by part. */
  readonly postPart: (words: LogWords) => void;
  readonly post: (section: LogSection) => void;
  /** Called once, when recording ends before the run does. */
  readonly onEnd: (why: RecordingEnd) => void;
  /** Called after that with what is needed to run the program again. */
  readonly onJournal: (journal: Extract<LogMessage, { kind: 'journal' }>) => void;
  /** Called with what instrumented scripts tell, before the section that it belongs to. */
  readonly onScript: (part: ScriptPart) => void;
}

type HostFunction = (...words: number[]) => void;

/** Milliseconds of a run that may be lost when it is stopped from outside. */
const takePause = 100;
/** Bytes of log from which on it is passed over at the next occasion. */
const worthTaking = 65_536;
/** Bytes of log from which on it is passed over in any case. */
const sectionSize = 8 << 20;

/** Open frames that are kept while nothing is recorded, and the words of each: see `idle_frame` in the engine. */
const mostFrames = 65_536;
const frameWords = 4;
/** In place of a frame's line: it has come to none yet. */
const noLine = 0xffff_ffff;

// The realm's own, before a script may replace them.
const Words = Uint32Array;

/** Takes what a program logs out of its memory, section by section, and adds what only the host knows. */
export class RunLog {
  readonly journal: Journal;
  /** What instrumented scripts tell. */
  readonly script: ScriptEvents;
  /** What it passes the log on with. */
  withBuiltIns: WithBuiltIns = (run) => run();
  readonly #exports: WebAssembly.Exports;
  readonly #pieces: MemoryPieces;
  readonly #firstLeft: number;
  #kept = 0;
  /** Bytes of the parts that were passed on since the last section was. */
  #partsSize = 0;
  #nextTake = 0;
  /** Why recording ended before the run did. */
  #ended: RecordingEnd | null = null;
  #hasReachedLimit = false;

  constructor(
    readonly log: LogMemory,
    instance: WebAssembly.Instance,
    readonly options: RunLogOptions,
  ) {
    this.#exports = instance.exports;
    this.#pieces = new MemoryPieces(log, instance.exports);
    this.#set('pages', this.#memory.buffer.byteLength / 65_536);
    this.#firstLeft = Math.min(options.stepLimit + 1, 0xffff_ffff);
    this.#set('left', this.#firstLeft);
    this.journal = new Journal(this.#memory);
    this.script = new ScriptEvents(options.onScript);
  }

  get ended(): RecordingEnd | null {
    return this.#ended;
  }

  /** Whether the program was ended because it made as many steps as it may. */
  get hasReachedLimit(): boolean {
    return this.#hasReachedLimit;
  }

  /** Whether what happens is recorded now. */
  get isRecording(): boolean {
    return this.#get('active') === 1;
  }

  /** Whether what happens is of interest to anybody: it is recorded, or the run can be repeated. */
  get isWatched(): boolean {
    return this.isRecording || this.journal.isWhole;
  }

  /** Whether what scripts do is told: their own log has room when the recording is full, and has nothing of a run again. */
  get isTold(): boolean {
    return this.isWatched || this.#ended === 'budget';
  }

  /** Steps made so far. */
  get steps(): number {
    return this.#firstLeft - this.#get('left');
  }

  /** The program's memories beside its first one: JavaScript is given none of them, so they are the program's alone. */
  get others(): readonly WebAssembly.Memory[] {
    return this.#pieces.others;
  }

  /** Begins to record. Returns the pieces of memory that are not zero now. */
  begin(): LogSection {
    this.log.clear();
    const used = this.#pieces.used();
    this.#set('active', 1);
    return { words: new Words(0), ...used };
  }

  note(kind: NoteKind, first: number, second: number): void {
    this.journal.note(noteHeader(kind), first, second, isStep(kind));
    this.tell(noteHeader(kind), first, second, isStep(kind));
  }

  /** The same with a record's header, and without keeping it for another run. */
  tell(header: number, first: number, second: number, isStep: boolean): void {
    if (isStep) this.#set('left', max(this.#get('left') - 1, 1));
    this.#call('note', header, first, second);
  }

  /** Lets the program make so many steps more before it is ended. */
  allow(steps: number): void {
    this.#set('left', steps);
  }

  /** What is kept of open frames while nothing is recorded: four words each, by depth. */
  frames(): Uint32Array {
    const frames = new Words(this.log.memory.buffer as ArrayBuffer, this.log.frames, mostFrames * frameWords);
    frames[(this.depth % mostFrames) * frameWords + 1] = this.#get('line'); // the program has the innermost one's itself
    return frames;
  }

  /** Tells of the frames that are open now, outermost first, when recording has ended: as much of them as is kept. */
  keepFrames(frames: Uint32Array): void {
    const kept = this.frames();
    if (frames.length + frameWords > kept.length) return;
    kept.set(frames, frameWords);
    this.#set('line', frames[frames.length - frameWords + 1] ?? noLine);
  }

  /** To be called before the host changes these bytes of memory. */
  writes(by: 'host' | 'script', address: number, length: number): void {
    if (length > 0) this.#call('range', rangeHeader(by), address, length, 0);
  }

  /** Notices growth by the host. */
  checkSize(): void {
    this.#call('check_size');
  }

  /** Memory was grown by zero pages: that detaches views, and no size tells it. */
  grewByNothing(): void {
    const pages = this.#memory.buffer.byteLength / 65_536;
    this.journal.note(growthHeader, pages, pages, false);
    this.tell(growthHeader, pages, pages, false);
  }

  /** Open frames. Setting it tells that deeper ones are over: an exception or a trap left them. */
  get depth(): number {
    return this.#get('depth');
  }
  set depth(frames: number) {
    this.#call('unwind', frames);
  }

  /** Open frames below the host's code that runs now. */
  get outer(): number {
    return this.#get('outer');
  }
  set outer(frames: number) {
    this.#set('outer', frames);
  }

  /** Passes the log on if there is much of it, or if the last time is long ago. */
  takeSometimes(): void {
    const size = this.#partsSize + this.log.size;
    if (size === 0 && this.script.isEmpty) return;
    if (size >= worthTaking || now() >= this.#nextTake) this.take();
  }

  /** Passes all of the log on. */
  take(): void {
    this.withBuiltIns(() => this.#take());
  }

  #take(): void {
    this.#nextTake = now() + takePause;
    this.script.take();
    const size = this.#partsSize + this.log.size;
    if (size === 0) return;
    this.#kept += size;
    this.#partsSize = 0;
    this.options.post({ words: this.#words(), ...this.#pieces.changed() });
    if (this.#kept >= this.options.budget) this.#end('budget');
  }

  /** Passes the log on as a part of the next section: so often that it asks nothing a script may have replaced. */
  #takePart(): void {
    const { size } = this.log;
    if (size === 0) return;
    this.#partsSize += size;
    this.options.postPart(this.#words());
  }

  /** Takes the words out of the log. */
  #words(): LogWords {
    const { log } = this;
    const words = new Words(new Words(memoryBuffer(log.memory), log.start, log.size / 4));
    log.clear();
    return words;
  }

  /** Passes on everything: the log, or once that is full, what is needed to run the program again. */
  flush(): void {
    this.take();
    if (this.#ended !== 'budget') return;
    const { isWhole } = this.journal;
    this.options.onJournal({ kind: 'journal', entries: this.journal.take(), isWhole, steps: this.steps });
  }

  /** Answers the program's probe `pause`: other than 0 ends it. */
  pause(need: number): number {
    if (need === 0) {
      this.take();
      this.#hasReachedLimit = true;
      this.#end('step-limit');
      return 1;
    }
    if (this.#partsSize + this.log.size >= sectionSize || now() >= this.#nextTake) this.take();
    else this.#takePart();
    this.log.reserve(need);
    return 0;
  }

  #end(why: RecordingEnd): void {
    this.#set('active', 0);
    if (this.#ended === null) this.options.onEnd(why);
    this.#ended ??= why;
  }

  get #memory(): WebAssembly.Memory {
    return this.#exports.memory as WebAssembly.Memory;
  }

  #get(name: string): number {
    return (this.#exports[`pagewise.${name}`] as WebAssembly.Global).value >>> 0;
  }

  #set(name: string, value: number): void {
    (this.#exports[`pagewise.${name}`] as WebAssembly.Global).value = value | 0;
  }

  /** Without a list of its words: a script may have replaced what lists are spread with. */
  #call(name: string, first = 0, second = 0, third = 0, fourth = 0): void {
    (this.#exports[`pagewise.${name}`] as HostFunction)(first, second, third, fourth);
  }
}
