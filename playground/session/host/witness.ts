import type { ByteRange } from '../../trace/memory-state.ts';
import { decodeText, getPrototypeOf, memoryBuffer, setHas } from './intrinsics.ts';
import type { HookFor } from './javascript.ts';
import { KeyedAccess } from './keyed-access.ts';
import { knownWrites } from './known-writes.ts';
import { OutsideWrites } from './outside-writes.ts';
import type { Proxies } from './proxies.ts';
import type { RunLog } from './run-log.ts';
import { makeScriptHook } from './script-hook.ts';
import type { ScriptStack } from './script-stack.ts';
import { ScriptTracer } from './script-tracer.ts';
import { TakenApart } from './taken-apart.ts';
import { ViewAccess } from './view-access.ts';
import { watchViewMethods } from './view-methods.ts';
import type { Views } from './views.ts';
import { housekeeping } from './watched-exports.ts';

/** Calls of scripts that are told with their line: finding it takes long. */
const mostLocated = 2_000;

/** Tells the log what the program cannot: what JavaScript does to its memory, when it prints, when scripts call it. */
export class Witness {
  readonly #outside: OutsideWrites;
  readonly #tracer: ScriptTracer;
  readonly #decoders = { stdout: new TextDecoder(), stderr: new TextDecoder() };
  /** Whether a script has run: from then on timers may run at any time. */
  #hasScripts = false;
  #located = 0;
  /** Whether an import runs of which nobody knows what it writes. */
  #isUnknown = false;
  /** Whether the call into the program that goes on was made by a script, not by its host. */
  #isScriptsCall = false;

  constructor(
    readonly log: RunLog,
    readonly memory: WebAssembly.Memory,
    readonly scripts: ScriptStack,
    readonly proxies: Proxies,
    /** Whether the glue tells its writes itself, statement by statement. */
    readonly stepsIntoGlue = false,
  ) {
    this.#outside = new OutsideWrites(memory, log);
    const source = { buffer: () => memoryBuffer(memory), isProxy: proxies.has };
    this.#tracer = new ScriptTracer(log, this.#outside, source);
    log.journal.beforeCall = (name) => {
      this.#endOutside();
      if (!setHas(housekeeping, name)) this.#tracer.goesOn();
    };
  }

  /** Prepares the realm in which instrumented scripts will run. Returns what makes their hooks. */
  watchScripts(realm: Record<string, unknown>, views: Views, glue: Readonly<Record<string, unknown>>): HookFor {
    const access = new ViewAccess(this.memory, this.#tracer, views);
    const keyed = new KeyedAccess(access, this.proxies.has);
    const takenApart = new TakenApart(access);
    watchViewMethods(realm, keyed, glue);
    views.onForeign = (view) => takenApart.watch(view);
    takenApart.watch(getPrototypeOf(prototypeIn(realm, 'Uint8Array')) as object);
    takenApart.watch(prototypeIn(realm, 'DataView'));
    this.proxies.hidden = takenApart.key;
    this.proxies.onLeft = (to, view, key) => keyed.left(to, view, key);
    return (script) => makeScriptHook(this.#tracer, keyed, takenApart, script);
  }

  set onSettled(settled: () => void) {
    this.#tracer.onSettled = settled;
  }

  /** The innermost call of a script's function. */
  get frame(): { readonly line: number } | null {
    return this.#tracer.current;
  }

  /** A script's statement is about to do something: see the tracer. */
  goesOn(): void {
    this.#tracer.goesOn();
  }

  /** The glue has written these bytes. */
  wrote(address: number, bytes: number): void {
    this.#tracer.wrote(address, address + bytes, bytes);
  }

  /** Runs what the program imports, and records what that writes. `isTold`: it tells that itself. */
  duringImport<Result>(name: string, args: readonly unknown[], run: () => Result, isTold: boolean): Result {
    const { log } = this;
    const { outer, depth } = log;
    const { current } = this.#tracer;
    const wasUnknown = this.#isUnknown;
    const written = () => (this.stepsIntoGlue ? null : knownWrites(name, args, this.#outside.memory));
    const known = isTold ? [] : written();
    this.#isUnknown = known === null;
    log.outer = depth;
    log.journal.left();
    let result: { readonly value: Result } | null = null;
    if (known) forEachRange(known, (start, length) => log.writes('host', start, length));
    else this.#outside.begin();
    try {
      result = { value: run() };
      return result.value;
    } finally {
      this.#tracer.restore(current);
      this.#outside.end('host');
      this.#isUnknown = wasUnknown;
      log.checkSize();
      log.depth = depth; // an exception may have left frames of calls that the import made
      log.outer = outer;
      if (known) forEachRange(known, (start, length) => log.journal.writes(start, length));
      log.journal.returns(result);
      log.takeSometimes();
    }
  }

  /** The program is entered from JavaScript, or about to return to it. */
  boundary(entering: boolean): void {
    const { journal } = this.log;
    const isCallback = this.log.outer > 0;
    if (entering) {
      const isHosts = journal.isHosts;
      this.#endOutside();
      if (!isCallback) this.#isScriptsCall = this.#hasScripts && !isHosts;
      if (!isCallback && this.#isScriptsCall) {
        this.#tracer.tellCurrent();
        if (!this.#tracer.goesOn()) this.log.note('call', this.#line(), 0);
      }
      journal.entered();
      return;
    }
    journal.left();
    // An instrumented statement goes on in a step of its own, if it still does anything.
    if (this.#isScriptsCall && !isCallback && !this.#tracer.isActive) this.log.note('called', this.#line(), 0);
    if (isCallback ? this.#isUnknown : this.#hasScripts) this.#outside.begin();
  }

  async duringScript<Result>(run: () => Promise<Result>): Promise<Result> {
    this.#hasScripts = true;
    this.log.note('script', 0, 0);
    this.#outside.begin();
    try {
      return await run();
    } finally {
      this.log.withBuiltIns(() => {
        this.#tracer.settle();
        this.#outside.check('script');
        this.#tracer.leave();
        this.log.note('scripted', 0, 0);
        this.log.flush();
      });
    }
  }

  /** A script made a view. */
  madeView(line: number, id: number): void {
    this.#tracer.settle();
    this.#outside.checkWithinMeans('script');
    this.log.checkSize();
    this.log.note(this.#tracer.goesOn() ? 'view-within' : 'view', line, id);
  }

  /** A script has just grown memory, and has written nothing to it since: the growth is what this step does. */
  grew(line: number, pages: number): void {
    this.#tracer.settle();
    this.#outside.checkBeforeGrowth();
    if (!this.#tracer.goesOn()) this.log.note('growth', line, pages);
    if (pages === 0) this.log.grewByNothing();
    else this.log.checkSize();
  }

  printed(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    const { length } = decodeText(this.#decoders[stream], bytes, { stream: true });
    this.log.note('output', stream === 'stdout' ? 0 : 1, length);
  }

  printedText(text: string): void {
    this.#tracer.goesOn();
    this.log.note('output', 2, text.length);
  }

  sync(): void {
    this.#tracer.settle();
    this.#outside.check('script');
    this.log.flush();
  }

  /** A script's code gives way to the program's: elements that it stored are told as such. */
  #endOutside(): void {
    this.#tracer.settle();
    this.#outside.end('script');
  }

  #line(): number {
    const { line } = this.#tracer;
    if (line !== null) return line;
    return ++this.#located > mostLocated ? 0 : (this.scripts.innermost()?.line ?? 0);
  }
}

/** Without what a script may have replaced lists' own with. */
function forEachRange(ranges: readonly ByteRange[], tell: (start: number, length: number) => void): void {
  for (let index = 0; index < ranges.length; index++) {
    const { start, end } = ranges[index] as ByteRange;
    tell(start, end - start);
  }
}

const prototypeIn = (realm: Record<string, unknown>, name: string): object =>
  (realm[name] as { readonly prototype: object }).prototype;
