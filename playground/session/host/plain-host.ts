import type { CallTimes } from '../../measure/call-times.ts';
import type { MeasurePlan, MeasureReport } from '../../measure/measurement.ts';
import { runVariants } from '../../measure/run-variants.ts';
import { recordProgram } from '../../trace/engine.ts';
import type { Outcome } from '../run.ts';
import { keepBuiltIns } from './built-ins.ts';
import { CallClock } from './call-clock.ts';
import { learnersFunctions } from './exported-functions.ts';
import type { Host, HostOptions } from './host.ts';
import { consoleFor, runScript, stackOf } from './javascript.ts';
import { locateFrame } from './locate-frame.ts';
import { openProgram } from './program.ts';
import { giveModules } from './script-modules.ts';
import { ScriptStack } from './script-stack.ts';
import { printUncaught } from './uncaught.ts';
import { variantBench } from './variant-bench.ts';
import { Variants } from './variants.ts';
import { WatchedBorder } from './watched-border.ts';

export interface PlainHostOptions
  extends Omit<HostOptions, 'recorder' | 'onHostCall'>,
    Partial<Pick<HostOptions, 'onHostCall'>> {
  /** Whether the time of each call over the boundary is taken. */
  readonly timesCalls?: boolean;
}

/** One live program as the linker wrote it. Nobody looks on: nothing of it is rewritten, recorded or watched. */
export interface PlainHost
  extends Pick<
    Host,
    | 'functions'
    | 'missing'
    | 'memory'
    | 'otherMemories'
    | 'withBuiltIns'
    | 'start'
    | 'call'
    | 'runScript'
    | 'place'
    | 'printUncaught'
  > {
  /** An outcome with the line of the trap that ended the program last. `engine` is `engine.wasm`: it reads the debug information. */
  located(outcome: Outcome, engine: Uint8Array | WebAssembly.Module): Promise<Outcome>;
  /** Measures what scripts gave to `measure`; to be called once. Resolves when it is done. */
  measure(
    plan: MeasurePlan,
    engine: () => Promise<Uint8Array | WebAssembly.Module>,
    report: (report: MeasureReport) => void,
  ): Promise<void>;
  /** Of all calls until now; null where they are not timed. */
  callTimes(): CallTimes | null;
}

export type OpenedPlainHost =
  | { readonly ok: true; readonly host: PlainHost }
  | { readonly ok: false; readonly reason: string };

/**
 * Opens a module under the same glue as {@link openHost}, at the speed that it has anywhere else: the realm's
 * constructors and methods stay the browser's own, and scripts are not instrumented. Where calls are timed, only the methods
 * that copy are replaced by ones that take the time.
 */
export async function openPlainHost(options: PlainHostOptions): Promise<OpenedPlainHost> {
  const scripts = new ScriptStack();
  let trap: Error | null = null;
  let clock: CallClock | undefined;
  let border: WatchedBorder | undefined;
  const opened = await openProgram({
    ...options,
    runnable: {
      module: new WebAssembly.Module(options.wasm as Uint8Array<ArrayBuffer>),
      imports: {},
      locate(error) {
        trap = error;
        return null;
      },
      locateThrow: () => null,
      hasReachedLimit: () => false,
    },
    console: consoleFor(options.print),
    onInstance(instance, glue) {
      const memory = instance.exports.memory as WebAssembly.Memory;
      if (!options.timesCalls || !memory) return instance.exports;
      clock = new CallClock(memory);
      border = new WatchedBorder(options.wasm, memory, clock, () => true);
      border.watchGlue(glue);
      return border.forGlue(instance.exports);
    },
    forScripts: (name, own) => border?.forScripts(name, own) ?? own,
    beforeWrite() {},
    onHostCopied(way, address, length, text) {
      border?.copiedByHost(way, address, length, text);
    },
    hostCall(name, args, run) {
      const result = border ? border.duringImport(name, args, run) : run();
      options.onHostCall?.();
      return result;
    },
  });
  if (!opened.ok) return opened;
  const { program } = opened;
  if (!(program.memory instanceof WebAssembly.Memory)) return { ok: false, reason: 'The program has no memory.' };
  border?.watchScripts(options.realm);
  const { evaluate, print } = options;
  const variants = new Variants(scripts, options.realm);
  giveModules(options.realm, { wasm: options.wasm, program, print, withBuiltIns: () => withBuiltIns });
  const withBuiltIns = keepBuiltIns(options.realm);
  const scriptHost = {
    program,
    scripts,
    evaluate,
    print,
    hookFor: null,
    modules: new Map(),
    variants,
    withBuiltIns,
    callsVariants: false,
  };
  const located: PlainHost['located'] = async (outcome, engine) => {
    if (!trap || outcome.status !== 'trapped' || outcome.location) return outcome;
    const recorded = await recordProgram(engine, options.wasm);
    const location = recorded.status === 'rewritten' ? locateFrame(trap, recorded.locateOriginal) : null;
    return { ...outcome, location };
  };
  return {
    ok: true,
    host: {
      functions: learnersFunctions(program.functions),
      missing: program.missing,
      memory: program.memory,
      otherMemories: program.otherMemories,
      withBuiltIns,
      start: () => program.start(),
      call: (name, args) => (border ? border.asked(name, () => program.call(name, args)) : program.call(name, args)),
      runScript: (script) => runScript(scriptHost, script),
      printUncaught: (thrown, isOfRun) => withBuiltIns(() => printUncaught(thrown, isOfRun, scriptHost)),
      place: (thrown) => scripts.place(stackOf(thrown)),
      located,
      callTimes: () => (clock ? withBuiltIns(() => clock?.times() ?? null) : null),
      async measure(plan, engine, report) {
        const told = variants.close();
        const bench = variantBench({
          ...{ program, variants, evaluate },
          located: async (outcome) => located(outcome, await engine()),
        });
        report({ kind: 'begun', variants: told, resolution: bench.resolution });
        await runVariants({ ...bench, report }, plan);
      },
    },
  };
}
