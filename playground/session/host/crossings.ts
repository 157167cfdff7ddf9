import { deepestCrossing, mostCrossings, partSeparator, scriptEvents, textSeparator } from '../../trace/script-log.ts';
import type { WasmType } from '../run.ts';
import type { BorderWitness, CopiedString, CrossingCall } from './border-witness.ts';
import { bareList, getOwnPropertyDescriptor, indexInText, sliceText } from './intrinsics.ts';
import { Quiet } from './quiet.ts';
import type { RunLog } from './run-log.ts';
import { boundsOf, previewOf, type ValueSource } from './value-preview.ts';
import { wireText } from './wire-values.ts';

/** Values of one call that are told. */
const mostValues = 16;
/** Characters of a name, and of the texts of a value. */
const longest = 400;

const { min } = Math;
const { Exception } = WebAssembly as unknown as { readonly Exception: new () => object };

/** What it needs to know of the run. */
export interface CrossingSource extends ValueSource {
  /** The innermost call of a script's function; null when none runs. */
  readonly frame: () => { readonly line: number } | null;
  /** Blocks allocated so far. */
  readonly allocated: () => number;
  /** Called when a script is about to cross: its statement may need a step of its own for that. */
  readonly goesOn: () => void;
  /** Logs these bytes as written. */
  readonly wrote: (address: number, bytes: number) => void;
}

/**
 * Tells the log of calls over the boundary between JavaScript and the program, with the values that were passed, and of
 * what JavaScript copied. It runs none of a script's code.
 */
export class Crossings implements BorderWitness {
  #depth = 0;
  #told = 0;
  /** Bytes of the largest copy that was told. */
  #largest = 0;
  /** Of the open crossings, by depth: what they are, the script's line that called, the script's call that ran then. */
  readonly #ways = bareList<CrossingCall['way']>();
  readonly #lines = bareList<number>();
  readonly #frames = bareList<object | null>();
  /** Functions of the glue that are at work in the innermost crossing, and how many before them. */
  readonly #by = bareList<string>();
  #byCount = 0;
  #byFrom = 0;
  /** Whether a function is at work that tells itself what it copies. */
  #isCopying = false;
  readonly #quiet = new Quiet();

  constructor(
    readonly log: RunLog,
    readonly source: CrossingSource,
  ) {}

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  get statement(): number | null {
    return this.source.frame() ? this.log.steps : null;
  }

  during<Result>(call: CrossingCall, run: () => Result): Result {
    const entered = call.way === 'in' ? () => this.#enter(run) : run;
    if (!this.#isTold || this.#depth >= deepestCrossing) return entered();
    const { log } = this;
    if (call.way !== 'out') this.source.goesOn();
    const byFrom = this.#byFrom;
    const wasCopying = this.#isCopying;
    const line = call.way === 'out' ? 0 : this.#line();
    this.#told++;
    const header = log.script.text(this.#header(call));
    log.script.add([scriptEvents.cross, log.steps, header, line, this.source.allocated()]);
    this.#ways[this.#depth] = call.way;
    this.#lines[this.#depth] = line;
    this.#frames[this.#depth++] = this.source.frame();
    this.#byFrom = this.#byCount;
    this.#isCopying = false;
    let ending = `threw${partSeparator}`;
    try {
      const result = entered();
      ending = `returned${partSeparator}${this.#resultText(call, result)}`;
      return result;
    } catch (thrown) {
      ending += this.#thrownText(thrown);
      throw thrown;
    } finally {
      this.#depth--;
      this.#byCount = this.#byFrom;
      this.#byFrom = byFrom;
      this.#isCopying = wasCopying;
      if (log.isWatched)
        log.script.add([scriptEvents.crossed, log.steps, log.script.text(ending), this.source.allocated()]);
    }
  }

  /** An exception or a trap leaves the program's frames without a word. They are over when JavaScript has the word again. */
  #enter<Result>(run: () => Result): Result {
    const { depth } = this.log;
    try {
      return run();
    } catch (thrown) {
      this.log.depth = depth;
      throw thrown;
    }
  }

  inGlue<Result>(name: string, args: readonly unknown[], run: () => Result): Result {
    const outer = this.#depth - 1;
    const isOwn = outer >= 0 && (this.#ways[outer] === 'glue' || this.#isOthers(outer));
    if (isOwn) return this.#named(name, run);
    return this.during({ way: 'glue', name, args, signature: null }, () => this.#named(name, run));
  }

  byScript<Result>({ name, args, signature }: CrossingCall, run: () => Result): Result {
    return this.log.journal.duringScripts(name, args, signature, run);
  }

  quietly<Result>(run: () => Result): Result {
    return this.#quiet.during(run);
  }

  copying<Result>(name: string, run: () => Result, tell: (result: Result) => void, isBuiltIn = false): Result {
    if (this.#isCopying) return run();
    const from = this.#byCount;
    if (!isBuiltIn) this.#by[this.#byCount++] = name;
    this.#isCopying = !isBuiltIn;
    try {
      const result = run();
      if (isBuiltIn) this.#by[this.#byCount++] = name;
      if (this.#isWatched) tell(result);
      return result;
    } finally {
      this.#isCopying = false;
      this.#byCount = from;
    }
  }

  copied(way: 'in' | 'out' | 'view', address: number, bytes: number, string: CopiedString | null): void {
    // Beyond what is told of a long run, each copy is that is larger than all before: the largest one is always known.
    const isLargest = way !== 'view' && bytes > this.#largest;
    if (!this.#isWatched || (this.#told >= mostCrossings && !isLargest)) return;
    if (isLargest) this.#largest = bytes;
    let by = '';
    for (let index = this.#byFrom; index < this.#byCount; index++)
      by += `${index > this.#byFrom ? textSeparator : ''}${this.#by[index] ?? ''}`;
    let text = `${way}${partSeparator}${this.#line()}${partSeparator}${by}`;
    if (string) {
      const { length } = string.text;
      text += `${partSeparator}${string.encoding}${partSeparator}${length}${partSeparator}${this.#value(string.text)}`;
    }
    this.#told++;
    if (way !== 'view') this.source.goesOn();
    const { log } = this;
    log.script.add([scriptEvents.copied, log.steps, log.script.text(text), address, bytes]);
  }

  wrote(address: number, bytes: number): void {
    this.source.wrote(address, bytes);
  }

  viewed(view: ArrayBufferView): void {
    const bounds = boundsOf(view);
    if (bounds?.buffer === this.source.buffer()) this.copied('view', bounds.start, bounds.length, null);
  }

  get #isTold(): boolean {
    return this.#told < mostCrossings && this.#isWatched;
  }

  get #isWatched(): boolean {
    return !this.#quiet.isOn && this.log.isWatched && this.log.script.isOpen;
  }

  /** The line of a script that is about to cross; 0 when it is other JavaScript. */
  #line(): number {
    const outer = this.#depth - 1;
    if (outer >= 0 && this.#ways[outer] === 'glue') return this.#lines[outer] ?? 0;
    return outer >= 0 && this.#isOthers(outer) ? 0 : (this.source.frame()?.line ?? 0);
  }

  /** Whether what runs in an open crossing is no script's, but what the host or the glue does for the program. */
  #isOthers(depth: number): boolean {
    return this.#ways[depth] === 'out' && this.#frames[depth] === this.source.frame();
  }

  #named<Result>(name: string, run: () => Result): Result {
    const from = this.#byCount;
    this.#by[this.#byCount++] = part(name);
    try {
      return run();
    } finally {
      this.#byCount = from;
    }
  }

  #header({ way, name, args, signature }: CrossingCall): string {
    const count = min(args.length, mostValues);
    let text = `${way}${partSeparator}${part(name)}${partSeparator}${count}`;
    for (let index = 0; index < count; index++) text += `${partSeparator}${this.#value(args[index])}`;
    const types = signature?.parameters;
    for (let index = 0; types && index < types.length && index < mostValues; index++)
      text += `${partSeparator}${wired(types[index], args[index])}`;
    return text;
  }

  #resultText({ signature }: CrossingCall, result: unknown): string {
    if (result === undefined && (!signature || signature.results.length === 0)) return '';
    const type = signature?.results.length === 1 ? signature.results[0] : undefined;
    return `${this.#value(result)}${type === undefined ? '' : `${partSeparator}${wired(type, result)}`}`;
  }

  #thrownText(thrown: unknown): string {
    const isObject = typeof thrown === 'object' && thrown !== null && !this.source.isProxy(thrown);
    if (isObject && thrown instanceof Exception) return `C++ exception${textSeparator}`;
    const message: unknown = isObject ? getOwnPropertyDescriptor(thrown, 'message')?.value : undefined;
    return typeof message === 'string' ? `error${textSeparator}${part(message)}` : this.#value(thrown);
  }

  #value(value: unknown): string {
    return part(previewOf(value, this.source));
  }
}

const wired = (type: WasmType | undefined, value: unknown): string =>
  `${type ?? 'i32'}${textSeparator}${wireText(type ?? 'i32', value)}`;

/** A text that names no second part. */
function part(text: string): string {
  const end = indexInText(text, partSeparator);
  return sliceText(text, 0, end >= 0 && end < longest ? end : longest);
}
