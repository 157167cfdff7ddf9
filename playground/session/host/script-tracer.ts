import { mostStatements, scriptEvents, unknownCount } from '../../trace/script-log.ts';
import type { Site } from '../../trace/script-sites.ts';
import { is } from './intrinsics.ts';
import type { OutsideWrites } from './outside-writes.ts';
import type { RunLog } from './run-log.ts';
import { pendingKinds, ScriptFrame } from './script-frame.ts';
import { previewOf, type ValueSource } from './value-preview.ts';

/** Frames whose values are looked at again at each step: the innermost ones, and the outermost. */
const mostLooked = 8;
/** Ranges that one statement may write before they are compared. */
const mostPending = 3 * 256;
/** Statements between looks at the clock. */
const takeEvery = 64;

// A number in two words, whatever a script replaces.
const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

/** What is known of a script's sites, and the numbers that its first site and function have in the whole run. */
export interface TracedScript {
  readonly sites: readonly Pick<Site, 'line' | 'variables'>[];
  readonly firstSite: number;
  readonly firstFunction: number;
}

/**
 * Follows instrumented scripts: which function runs, called by which; it makes each statement a step of the log, with
 * what the one before it has written, and tells the values of variables. It calls nothing that a script can replace.
 */
export class ScriptTracer {
  #current: ScriptFrame | null = null;
  #frames = 0;
  #statements = 0;
  /** The frame that was told to be the innermost last. */
  #shown = 0;
  /** The frame whose writes are looked for, where it is not the one that runs. */
  #writer: ScriptFrame | null = null;

  /** Called when a statement is over, before anything of the next one is told. */
  onSettled: () => void = () => undefined;

  constructor(
    readonly log: RunLog,
    readonly outside: OutsideWrites,
    readonly source: ValueSource,
  ) {
    outside.beforeScriptWrite = () => {
      const writer = this.#writer ?? this.#current;
      if (writer) this.#goesOn(writer);
    };
  }

  /** The line that is running; null outside of instrumented scripts. */
  get line(): number | null {
    return this.#current?.line || null;
  }

  get isActive(): boolean {
    return this.#current !== null;
  }

  enter(script: TracedScript, number: number): ScriptFrame {
    if (this.#isFull) return new ScriptFrame(0, null);
    this.#check(this.#current);
    const frame = new ScriptFrame(++this.#frames, this.#current);
    const called = this.#current?.number ?? 0;
    this.#tell([scriptEvents.enter, frame.number, number + script.firstFunction, called, this.log.depth]);
    frame.statement = this.#current?.statement ?? 0;
    frame.lastStep = this.#current?.lastStep ?? 0;
    frame.depth = this.log.depth;
    this.#current = frame;
    return frame;
  }

  step(script: TracedScript, frame: ScriptFrame, number: number, values: (() => readonly unknown[]) | null): void {
    const site = script.sites[number];
    if (this.#isFull || !site) return;
    this.onSettled();
    this.#check(this.#current);
    this.#check(frame);
    frame.pendingCount = 0;
    this.#resumed(frame);
    frame.target = null;
    frame.line = site.line;
    frame.statement = this.log.steps;
    frame.lastStep = frame.statement;
    frame.variables = site.variables;
    frame.values = values;
    const { log } = this;
    if (!log.isTold) return;
    const told = number + script.firstSite;
    const isTold = log.script.isOpen;
    if (isTold) this.#tell([scriptEvents.statement, log.steps, told, frame.number]);
    this.#shown = frame.number;
    log.note('statement', site.line, told);
    if (isTold) this.#tellValues();
    if (++this.#statements % takeEvery === 0) log.takeSometimes();
    if (this.#isFull) this.leave();
  }

  /** The frame ends. */
  exit(frame: ScriptFrame): void {
    if (this.#isFull) return;
    this.#check(this.#current);
    this.#check(frame);
    frame.pendingCount = 0;
    this.#current = frame.caller;
  }

  /** The frame waits, and its caller goes on. */
  suspend(frame: ScriptFrame): void {
    if (this.#isFull) return;
    this.#check(this.#current);
    frame.isSuspended = true;
    this.#current = frame.caller;
  }

  resume(frame: ScriptFrame): void {
    if (this.#isFull) return;
    this.#check(this.#current);
    this.#resumed(frame);
  }

  /** The statement that runs may write these bytes. */
  mayWrite(start: number, end: number, isElement: boolean): void {
    const frame = this.#current;
    if (!frame) return;
    if (frame.pendingCount >= mostPending) this.#check(frame);
    if (frame.pendingCount >= mostPending) frame.pendingCount = 0;
    frame.mayWrite(start, end, isElement ? pendingKinds.element : pendingKinds.somehow);
  }

  /** The value of the element that was told last is there: nothing else runs before it is stored. */
  stores(): void {
    this.#current?.stores();
  }

  /**
   * Compares what a method has just written to these bytes, the first `whole` of which it surely wrote. Returns how many
   * changed; null where that is not known.
   */
  wrote(start: number, end: number, whole: number): number | null {
    return this.outside.checkRange(start, end, whole);
  }

  /** What the statement that runs does to a view: `what` is an index of `accessKinds`; a method by its name. */
  accessed(what: number, view: number, at: number, size: number, method = '', changed: number | null = null): void {
    if (!this.log.isRecording) return;
    const named = method === '' ? 0 : this.log.script.text(method) + 1;
    const statement = this.#current?.statement ?? 0;
    const now = this.log.steps - 1;
    this.#tell([scriptEvents.access, what, view, at, size, statement, now, named, changed ?? unknownCount]);
  }

  /** What it cannot do to one: `what` is an index of `misuseKinds`, and the numbers are as told there. */
  misused(what: number, view: number, first: number, second: number): void {
    if (!this.log.isTold) return;
    number[0] = first;
    const low = halves[0] ?? 0;
    const high = halves[1] ?? 0;
    number[0] = second;
    const statement = this.#current?.statement ?? 0;
    const now = this.log.steps - 1;
    this.#tell([scriptEvents.misuse, what, view, low, high, halves[0] ?? 0, halves[1] ?? 0, statement, now]);
  }

  /** Compares what the statement that runs has written until now. */
  settle(): void {
    this.#check(this.#current);
  }

  /**
   * The statement that runs is about to do something. Where other steps have come since, of what it called, it makes a step
   * of its own. False when no instrumented script runs.
   */
  goesOn(): boolean {
    const frame = this.#current;
    if (frame) this.#goesOn(frame);
    return frame !== null;
  }

  /** The program is entered from a script, or a script has ended: tells who runs from the next step on. */
  tellCurrent(): void {
    this.#show(this.#current?.number ?? 0);
  }

  /** No function of a script is running. */
  leave(): void {
    this.onSettled();
    this.#check(this.#current);
    this.#current = null;
    this.tellCurrent();
  }

  /** Who runs now. */
  get current(): ScriptFrame | null {
    return this.#current;
  }

  /** Gives back who ran when the program called a script: an exception may have left frames without a word. */
  restore(frame: ScriptFrame | null): void {
    this.#check(this.#current);
    this.#current = this.#isFull ? null : frame;
    this.tellCurrent();
  }

  /** Whether a script has made so many steps that the others are not told: a long loop would take minutes. */
  get #isFull(): boolean {
    return this.#statements >= mostStatements;
  }

  #show(number: number): void {
    if (number === this.#shown) return;
    this.#shown = number;
    this.#tell([scriptEvents.current, this.log.steps, number]);
  }

  #resumed(frame: ScriptFrame): void {
    if (frame.isSuspended) {
      frame.isSuspended = false;
      frame.caller = this.#isOpen(frame) ? null : this.#current;
      frame.depth = this.log.depth;
      this.#tell([scriptEvents.resume, frame.number, frame.caller?.number ?? 0, frame.depth]);
    }
    this.#current = frame;
  }

  /** Whether a frame is one of those that run: an exception may have left some without a word. */
  #isOpen(frame: ScriptFrame): boolean {
    for (let open = this.#current; open; open = open.caller) if (open === frame) return true;
    return false;
  }

  #goesOn(frame: ScriptFrame): void {
    const { log } = this;
    // Not while the program runs that it called.
    if (frame.lastStep === log.steps - 1 || frame.line === 0 || frame.depth !== log.depth || !log.isTold) return;
    this.#show(frame.number);
    frame.lastStep = log.steps;
    log.note('goes-on', frame.line, frame.statement);
  }

  /** Compares what the frame's statement may have written: it can only be written while the frame is the innermost. */
  #check(frame: ScriptFrame | null): void {
    if (!frame) return;
    const { pending } = frame;
    this.#writer = frame;
    for (let index = 0; index < frame.pendingCount; index += 3) {
      const start = pending[index] ?? 0;
      const end = pending[index + 1] ?? 0;
      if (pending[index + 2] === pendingKinds.somehow) this.outside.checkRange(start, end);
      else this.outside.checkElement(start, end, pending[index + 2] === pendingKinds.stored);
      if (pending[index + 2] === pendingKinds.stored) pending[index + 2] = pendingKinds.somehow;
    }
    this.#writer = null;
  }

  #tellValues(): void {
    let looked = 0;
    for (let frame = this.#current; frame; frame = frame.caller)
      if (++looked < mostLooked || frame.caller === null) this.#tellValuesOf(frame);
  }

  #tellValuesOf(frame: ScriptFrame): void {
    const { variables, told, known } = frame;
    const values = frame.values?.();
    if (!values) return;
    for (let index = 0; index < variables.length; index++) {
      const slot = variables[index] ?? 0;
      const value = values[index];
      const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
      if (!isObject && told[slot] !== undefined && is(known[slot], value)) continue;
      known[slot] = isObject ? null : value;
      const text = this.log.script.text(previewOf(value, this.source));
      if (text === told[slot]) continue;
      told[slot] = text;
      this.#tell([scriptEvents.value, frame.number, slot, text]);
    }
  }

  /**
   * A list whose elements nobody else has: no iterator of a script's is asked for them. It is told also when the
   * recording is full: scripts do not run again with the program.
   */
  #tell(event: readonly number[]): void {
    if (this.log.isTold) this.log.script.add(event);
  }
}
