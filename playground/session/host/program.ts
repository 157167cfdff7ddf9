import { otherMemories } from '../../trace/log-memory.ts';
import type { ExportedFunction, Outcome, SourceLocation } from '../run.ts';
import { formatResult, parseArguments } from './arguments.ts';
import { Endings } from './endings.ts';
import { exportedFunctions, isCalledFromOutside, noSuchFunction } from './exported-functions.ts';
import type { CreateGlue, GlueHooks, GlueModule, ScriptConsole, StandardStreams } from './glue.ts';
import { callIfThere } from './imports.ts';
import { linkProgram } from './link-program.ts';
import type { MemoryBuffer } from './memory-buffer.ts';
import { type Locate, tellOutcome } from './outcome.ts';
import { placeArguments } from './place-arguments.ts';
import { stackKeeper } from './stack-keeper.ts';
import type { ProgramFile } from './wasi-imports.ts';
import type { OnCopied } from './wasi-types.ts';

/** The module as it is run: rewritten by the engine, or as the linker wrote it. */
export interface RunnableModule {
  readonly module: WebAssembly.Module;
  /** The engine's own imports into it. */
  readonly imports: WebAssembly.Imports;
  readonly locate: Locate;
  /** Where the program threw a C++ exception last, or null when that is not known. */
  readonly locateThrow: () => SourceLocation | null;
  /** Whether the program was ended because it made as many steps as it may. */
  readonly hasReachedLimit: () => boolean;
}

export interface ProgramOptions {
  /** As the linker wrote it. */
  readonly wasm: Uint8Array;
  readonly runnable: RunnableModule;
  readonly createGlue: CreateGlue;
  readonly hooks?: GlueHooks;
  readonly programName: string;
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** What a WASI program finds in its folder. */
  readonly files?: readonly ProgramFile[] | undefined;
  /** At most `length` bytes of standard input; none at its end; `waiting` when the program has to be run again with more. */
  readonly read: (length: number) => Uint8Array | 'waiting';
  readonly write: StandardStreams['write'];
  readonly console: ScriptConsole;
  readonly realm: Record<string, unknown>;
  /** Called with the instance before its first instruction, and with Emscripten's module. Returns the exports to call. */
  readonly onInstance: (instance: WebAssembly.Instance, glue: GlueModule) => WebAssembly.Exports;
  /** A function of the program as scripts get it, in place of its own; left out, it is its own. */
  readonly forScripts?: (name: string, own: ScriptExport) => ScriptExport;
  /** Called before the host itself writes into memory. */
  readonly beforeWrite: (address: number, length: number) => void;
  /** Of WASI, as the host itself has it. */
  readonly onHostCopied: OnCopied;
  /** Runs a program that imports functions which nobody provides: calling one ends it. Else such a program is refused. */
  readonly runsWithMissing?: boolean;
  /** Whether a script makes the instance, with imports of its own: nothing of the program runs before, nor by itself. */
  readonly byHand?: boolean | undefined;
  /** Default: fixed-length, as WebAssembly makes it. */
  readonly buffer?: MemoryBuffer | undefined;
  /** Makes each call of the program to the host. `isTold`: what it writes is told by `beforeWrite`, all of it. */
  readonly hostCall: (name: string, args: readonly unknown[], run: () => unknown, isTold: boolean) => unknown;
}

/** A function of the program, for scripts. */
export type ScriptExport = (...args: unknown[]) => unknown;

/** One live instance. Its methods run to the end before they return: nothing here waits. */
export interface Program {
  readonly functions: readonly ExportedFunction[];
  /** Functions that it imports and nobody provides: calling one ends it. */
  readonly missing: readonly string[];
  /** What scripts know as `exports`: the learner's own module's functions, and its memory. */
  readonly scriptExports: Readonly<Record<string, unknown>>;
  readonly memory: WebAssembly.Memory;
  /** The memories beside the first one, in order, as far as they are exported as a recording program's are. */
  readonly otherMemories: readonly WebAssembly.Memory[];
  readonly glue: GlueModule;
  /**
   * Where a script makes the instance: takes its imports, and gives all exports. Throws what the browser throws where one is missing.
   * Null where the host made it.
   */
  readonly instantiate: ((imports: unknown) => object) | null;
  /**
   * Runs the constructors, then `main` if there is one. A second call runs `main` again. What nobody can call afterwards ends
   * with `main`, as a process does; all else lives on, as Emscripten's programs do unless they are linked with
   * `-sEXIT_RUNTIME`: its global objects are not destroyed.
   */
  start(): Outcome;
  /** Calls an export; `exit` is C's, exported or not. */
  call(name: string, args: readonly string[]): Outcome;
  /** Runs the constructors if nothing ran them yet. Null when that went well. */
  prepare(): Outcome | null;
  /** Tells how a call ended that threw this. */
  tell(thrown: unknown): Outcome;
  /** To be called before and after JavaScript runs exports by itself: passes on what the C library still holds. */
  settle(): void;
}

export type OpenedProgram =
  | { readonly ok: true; readonly program: Program }
  /** The program needs functions that nobody provides, or no engine can run it. */
  | { readonly ok: false; readonly reason: string };

/** Instantiates a module under Emscripten's glue. No code of the program has run when this returns. */
export async function openProgram(options: ProgramOptions): Promise<OpenedProgram> {
  const endings = new Endings();
  const linked = await linkProgram(options, endings);
  if (!linked.ok) return linked;
  const { exports, scriptExports, glue, missing, byHand } = linked;
  const functions = exportedFunctions(options.wasm);
  const livesOn = isCalledFromOutside(functions);
  const memory = exports.memory as WebAssembly.Memory;
  const stack = stackKeeper(exports);
  let constructed = byHand !== null; // whoever makes the instance runs its constructors
  let exitCode: number | null = null;

  const tell = (thrown: unknown): Outcome => tellOutcome(thrown, { ...options.runnable, exports, endings });
  const settle = () => {
    if (byHand && !byHand.isLinked) return;
    stack.restore();
    callIfThere(exports, 'fflush', 0);
  };
  const attempt = (run: () => unknown): Outcome => {
    if (!byHand || byHand.isLinked) stack.restore();
    exitCode = null;
    try {
      const result = run();
      settle();
      return { status: 'finished', exitCode, result: formatResult(result) };
    } catch (thrown) {
      return tell(thrown);
    }
  };
  const construct = () => {
    if (constructed) return;
    constructed = true;
    callIfThere(exports, 'pagewise.start'); // the rewritten module's start function
    // A WASI command runs its constructors in `_start`, a WASI reactor in `_initialize`.
    const constructors = exports._start ? null : exports._initialize ? '_initialize' : '__wasm_call_ctors';
    if (constructors) callIfThere(exports, constructors);
  };

  return {
    ok: true,
    program: {
      functions,
      missing,
      scriptExports: Object.freeze(
        Object.fromEntries([...functions.map(({ name }) => [name, scriptExports[name]] as const), ['memory', memory]]),
      ),
      memory,
      otherMemories: otherMemories(exports),
      glue,
      tell,
      settle,
      prepare() {
        if (constructed) return null;
        const outcome = attempt(construct);
        return outcome.status === 'finished' ? null : outcome;
      },
      instantiate:
        byHand &&
        ((imports) => {
          byHand.link(imports);
          callIfThere(exports, 'pagewise.start');
          return linked.allExports;
        }),
      start: () =>
        attempt(() => {
          if (byHand) return;
          construct();
          const name = mainNames.find((candidate) => typeof exports[candidate] === 'function');
          const main = name && exports[name];
          if (typeof main !== 'function') return;
          const names = [options.programName, ...options.arguments];
          // Without Emscripten's functions there is no room for arguments; a WASI command asks for them.
          const given = exports._emscripten_stack_alloc
            ? [names.length, placeArguments(exports, names, options.beforeWrite)]
            : (functions.find((each) => each.name === name)?.parameters ?? []).map(() => 0);
          const code = Number(main(...given) ?? 0);
          if (!livesOn) linked.exit(code);
          exitCode = code & 0xff;
        }),
      call(name, args) {
        if (byHand && !byHand.isLinked)
          return refuse('The script is to make the instance of this program, and has not.');
        const called = functions.find((candidate) => candidate.name === name);
        if (!called && name === 'exit') return attempt(() => linked.exit(0));
        const target = exports[name];
        if (!called || typeof target !== 'function') return refuse(noSuchFunction(name, functions));
        const parsed = parseArguments(called.parameters, args);
        if (!parsed.ok) return refuse(`${name} ${parsed.message}.`);
        return attempt(() => {
          construct();
          return target(...parsed.values);
        });
      },
    },
  };
}

/** What a program begins with: as a WASI command, and as C compilers name `main`. */
const mainNames = ['_start', '__main_argc_argv', 'main'];

function refuse(message: string): Outcome {
  return { status: 'threw', message, location: null };
}
