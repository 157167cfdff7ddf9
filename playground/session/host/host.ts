import { crashNumber } from '../../trace/crashes.ts';
import { noteHeader } from '../../trace/log.ts';
import type { CodePlace, EmbindHandle, Growth, MemoryState, MemoryView } from '../../trace/memory-state.ts';
import type { ExportedFunction, Outcome } from '../run.ts';
import { addBodies } from './body-frames.ts';
import { keepBuiltIns, type WithBuiltIns } from './built-ins.ts';
import { Crossings } from './crossings.ts';
import { EmbindHandles } from './embind-handles.ts';
import { learnersFunctions } from './exported-functions.ts';
import { authorsText, watchFunctionText } from './function-text.ts';
import type { CreateGlue, StandardStreams } from './glue.ts';
import { Growths } from './growths.ts';
import { memoryBuffer } from './intrinsics.ts';
import { consoleFor, type Evaluate, type PreparedScript, runScript, stackOf } from './javascript.ts';
import type { LoadedBodies } from './join-scripts.ts';
import { lateHook } from './late-hook.ts';
import { openProgram, type ProgramOptions, type RunnableModule } from './program.ts';
import { Proxies } from './proxies.ts';
import type { RunLog } from './run-log.ts';
import { giveModules } from './script-modules.ts';
import { type ScriptPlace, ScriptStack } from './script-stack.ts';
import type { TracedScript } from './script-tracer.ts';
import { printUncaught } from './uncaught.ts';
import { Variants } from './variants.ts';
import { Views } from './views.ts';
import { WatchedBorder } from './watched-border.ts';
import { Witness } from './witness.ts';

/** What only JavaScript can see of a run; the engine knows the rest. */
export interface Observed {
  readonly growths: readonly Growth[];
  readonly views: readonly MemoryView[];
  readonly handles: readonly EmbindHandle[];
  readonly unlistedVals?: number;
}

/** The engine's side of one run. */
export interface Recorder {
  readonly runnable: RunnableModule;
  /** Called before the program's first instruction. */
  attach(instance: WebAssembly.Instance): void;
  /** The log of the run; null before `attach`, and when nothing is recorded. */
  readonly log: RunLog | null;
  /** What to call when JavaScript has called the program (true), and when it is about to return (false). */
  onBoundary(listener: (entering: boolean) => void): void;
  /** What to call when an instruction of the program has grown memory. */
  onGrowth(listener: () => void): void;
  /** What to call when the table of blocks has changed. */
  onChange(listener: () => void): void;
  /** Rises with each allocation and release. */
  readonly changes: number;
  /** Blocks allocated so far. */
  readonly allocated: number;
  /** Called before each call into the program from outside: no frame of it is active then. */
  enter(): void;
  state(observed: Observed): MemoryState;
}

export interface HostOptions {
  readonly wasm: Uint8Array;
  readonly recorder: Recorder;
  readonly createGlue: CreateGlue;
  /** The JavaScript of the program's C and C++ files, where the glue was loaded with it instrumented. */
  readonly bodies?: LoadedBodies | null;
  /** The steps of the glue, where it was instrumented. */
  readonly glueSteps?: TracedScript | null;
  readonly programName: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly files?: ProgramOptions['files'];
  readonly read: ProgramOptions['read'];
  readonly write: StandardStreams['write'];
  /** What scripts print with `console`. */
  readonly print: (text: string) => void;
  readonly runsWithMissing?: boolean;
  readonly byHand?: boolean;
  readonly buffer?: ProgramOptions['buffer'];
  /** After each call that the program made to the host, and when blocks or views have come or gone. */
  readonly onHostCall: () => void;
  /** The globals of the realm in which scripts run, and the way to run them there. */
  readonly realm: Record<string, unknown>;
  readonly evaluate: Evaluate;
}

/** One live program with everything that is known of it: the same in the sandbox's worker and in Node. */
export interface Host {
  /** What a learner may call from a button. `call` reaches the others too. */
  readonly functions: readonly ExportedFunction[];
  /** Functions that the program imports and nobody provides. */
  readonly missing: readonly string[];
  readonly memory: WebAssembly.Memory;
  /** The memories beside the first one, in order, as far as they are exported as a recording program's are. */
  readonly otherMemories: readonly WebAssembly.Memory[];
  /** Whoever uses it after a script has run does so with the built-ins that it began with. */
  readonly withBuiltIns: WithBuiltIns;
  /** Passes on all of the log, with what scripts have written until now. */
  sync(): void;
  start(): Outcome;
  call(name: string, args: readonly string[]): Outcome;
  runScript(script: PreparedScript): Promise<Outcome>;
  state(): MemoryState;
  /** Prints what nobody caught: see {@link printUncaught}. */
  printUncaught(thrown: unknown, isOfRun: boolean): boolean;
  /** The innermost place in a script where something was thrown; null where that is not known. */
  place(thrown: unknown): ScriptPlace | null;
  /** Stays the same while nothing that a state tells changes, bytes aside. */
  revision(): string;
}

export type OpenedHost = { readonly ok: true; readonly host: Host } | { readonly ok: false; readonly reason: string };

export async function openHost(options: HostOptions): Promise<OpenedHost> {
  const { recorder } = options;
  const scripts = new ScriptStack();
  const bodiesHook = lateHook();
  const glueHook = lateHook();
  const proxies = new Proxies();
  proxies.watch(options.realm);
  let growths: Growths | undefined;
  let views: Views | undefined;
  let handles: EmbindHandles | undefined;
  let witness: Witness | undefined;
  let border: WatchedBorder | undefined;
  const print = (text: string) => {
    witness?.printedText(text);
    options.print(text);
  };
  const opened = await openProgram({
    ...options,
    runnable: recorder.runnable,
    console: consoleFor(print),
    hooks: { bodies: bodiesHook.hook, glue: glueHook.hook },
    onInstance(instance, glue) {
      const memory = instance.exports.memory as WebAssembly.Memory;
      const watched = new Views(memory, scripts, options.onHostCall);
      watched.steps = () => recorder.log?.steps ?? 0;
      views = watched;
      growths = new Growths(memory, watched, scripts, () => recorder.log?.steps ?? 0);
      if (glue.embindImports) {
        const locate = () => placeIn(recorder.runnable, scripts);
        const steps = () => recorder.log?.steps ?? 0;
        const written = (text: string) => authorsText(text, scripts.sources);
        const isOver = () => recorder.runnable.hasReachedLimit();
        handles = new EmbindHandles(glue, { steps, locate, isOver, isProxy: proxies.has, authorsText: written });
        glue.handleWitness = handles;
      }
      glue.noteView = (view) => watched.note(view);
      recorder.attach(instance);
      recorder.onChange(options.onHostCall);
      if (!recorder.log) {
        recorder.onGrowth(() => withBuiltIns(() => growths?.check())); // a growth that failed left everything as it was
        return instance.exports;
      }
      witness = new Witness(recorder.log, memory, scripts, proxies, Boolean(options.glueSteps));
      watched.onAdded = (line, id) => witness?.madeView(line, id);
      growths.onGrowth = (line, pages) => witness?.grew(line, pages);
      recorder.onBoundary((entering) => witness?.boundary(entering));
      const { log } = recorder;
      recorder.onGrowth(() => log.withBuiltIns(() => growths?.grewByInstruction()));
      const seen = witness;
      const crossings = new Crossings(log, {
        buffer: () => memoryBuffer(memory),
        isProxy: proxies.has,
        frame: () => seen.frame,
        allocated: () => recorder.allocated,
        goesOn: () => seen.goesOn(),
        wrote: (address, bytes) => seen.wrote(address, bytes),
      });
      const watcher = new WatchedBorder(options.wasm, memory, crossings, (view) => watched.idOf(view) !== 0);
      border = watcher;
      witness.onSettled = () => watcher.settle();
      border.watchGlue(glue);
      return border.forGlue(recorder.log.journal.wrap(instance.exports));
    },
    forScripts: (name, own) => border?.forScripts(name, own) ?? own,
    beforeWrite(address, length) {
      recorder.log?.writes('host', address, length);
      recorder.log?.journal.writes(address, length);
    },
    onHostCopied(way, address, length, text) {
      border?.copiedByHost(way, address, length, text);
    },
    write(stream, bytes) {
      witness?.printed(stream, bytes);
      options.write(stream, bytes);
    },
    hostCall(name, args, run, isTold) {
      growths?.check();
      const perform = () => growths?.duringHostCall(run);
      const watched = () => (witness ? witness.duringImport(name, args, perform, isTold) : perform());
      const result = border ? border.duringImport(name, args, watched) : watched();
      options.onHostCall();
      return result;
    },
  });
  if (!opened.ok || !views || !growths) return opened.ok ? { ok: false, reason: 'The program has no memory.' } : opened;
  const { program } = opened;
  const [seenViews, seenGrowths, seenBy] = [views, growths, witness];
  seenViews.watch(options.realm);
  seenGrowths.watch(options.realm);
  const variants = new Variants(scripts, options.realm);
  const hookFor = seenBy?.watchScripts(options.realm, seenViews, { ...program.glue }) ?? null;
  const { programScripts } = program.glue;
  if (typeof programScripts !== 'string') programScripts.begin(options.realm);
  if (options.glueSteps && hookFor) glueHook.begin(hookFor(options.glueSteps));
  if (options.bodies) {
    addBodies(scripts, options.bodies);
    if (hookFor) bodiesHook.begin(hookFor(options.bodies));
  }
  border?.watchScripts(options.realm, seenViews);
  watchFunctionText(options.realm, scripts.sources);
  const { evaluate } = options;
  const modules = new Map();
  giveModules(options.realm, { wasm: options.wasm, program, print, withBuiltIns: () => withBuiltIns });
  const withBuiltIns = keepBuiltIns(options.realm);
  if (recorder.log) recorder.log.withBuiltIns = recorder.log.script.withBuiltIns = withBuiltIns;
  const scriptHost = {
    program,
    scripts,
    evaluate,
    print,
    hookFor,
    modules,
    variants,
    withBuiltIns,
    callsVariants: true,
  };
  return {
    ok: true,
    host: {
      functions: learnersFunctions(program.functions),
      missing: program.missing,
      memory: program.memory,
      otherMemories: program.otherMemories,
      withBuiltIns,
      start() {
        recorder.enter();
        return noted(program.start(), recorder.log);
      },
      call(name, args) {
        recorder.enter();
        const call = () => program.call(name, args);
        return noted(border ? border.asked(name, call) : call(), recorder.log);
      },
      runScript(script) {
        recorder.enter();
        const run = () => runScript(scriptHost, script);
        return seenBy ? seenBy.duringScript(run) : run();
      },
      printUncaught: (thrown, isOfRun) => withBuiltIns(() => printUncaught(thrown, isOfRun, scriptHost)),
      place: (thrown) => scripts.place(stackOf(thrown)),
      sync() {
        seenBy?.sync();
      },
      revision() {
        seenGrowths.check();
        return [recorder.changes, seenViews.count, seenGrowths.changes, handles?.changes ?? 0].join();
      },
      state() {
        seenGrowths.check();
        const unlistedVals = handles?.unlistedVals ?? 0;
        return recorder.state({
          ...{ growths: seenGrowths.list, views: seenViews.list(), handles: handles?.list() ?? [] },
          ...(unlistedVals > 0 && { unlistedVals }),
        });
      },
    },
  };
}

/** Tells the log of a crash while the frames are open: it is found wrong. */
function noted(outcome: Outcome, log: RunLog | null): Outcome {
  if (outcome.status === 'trapped') log?.tell(noteHeader('finding'), crashNumber(outcome.reason), 0, false);
  return outcome;
}

/** The line of the program that runs, or of the script where no code of the program does. */
function placeIn({ locate }: RunnableModule, scripts: ScriptStack): CodePlace | null {
  const error = new Error('stack');
  const place = locate(error) ?? scripts.place(error.stack ?? '');
  return place && { path: place.path, line: place.line, column: place.column ?? 0 };
}
