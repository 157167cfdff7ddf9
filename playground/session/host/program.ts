import { otherMemories } from '../../trace/log-memory.ts';
import type { ExportedFunction, Outcome, SourceLocation } from '../run.ts';
import { formatResult, parseArguments } from './arguments.ts';
import { Endings } from './endings.ts';
import { exportedFunctions, isCalledFromOutside } from './exported-functions.ts';
import {
  type CreateGlue,
  connectStreams,
  type GlueHooks,
  type GlueModule,
  type GlueOptions,
  type ImportedFunction,
  type ScriptConsole,
  type StandardStreams,
} from './glue.ts';
import { callIfThere, ownImports, pickImports, tellMissing } from './imports.ts';
import { apply } from './intrinsics.ts';
import { type MemoryBuffer, makeResizable } from './memory-buffer.ts';
import { type Locate, tellOutcome } from './outcome.ts';
import { placeArguments } from './place-arguments.ts';
import { stackKeeper } from './stack-keeper.ts';
import { isWasiProgram, type ProgramFile, wasiImports } from './wasi-imports.ts';

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
  /** Runs a program that imports functions which nobody provides: calling one ends it. Else such a program is refused. */
  readonly runsWithMissing?: boolean;
  /** Default: fixed-length, as WebAssembly makes it. */
  readonly buffer?: MemoryBuffer | undefined;
  /** Makes each call of the program to the host. `isTold`: what it writes is told by `beforeWrite`, all of it. */
  readonly hostCall: (name: string, args: readonly unknown[], run: () => unknown, isTold: boolean) => unknown;
}

type ScriptExport = (...args: unknown[]) => unknown;

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
  const linked = await link(options, endings);
  if (!linked.ok) return linked;
  const { exports, scriptExports, glue, missing } = linked;
  const functions = exportedFunctions(options.wasm);
  const livesOn = isCalledFromOutside(functions);
  const memory = exports.memory as WebAssembly.Memory;
  const stack = stackKeeper(exports);
  let constructed = false;
  let exitCode: number | null = null;

  const tell = (thrown: unknown): Outcome => tellOutcome(thrown, { ...options.runnable, exports, endings });
  const settle = () => {
    stack.restore();
    callIfThere(exports, 'fflush', 0);
  };
  const attempt = (run: () => unknown): Outcome => {
    stack.restore();
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
      start: () =>
        attempt(() => {
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
        const called = functions.find((candidate) => candidate.name === name);
        if (!called && name === 'exit') return attempt(() => linked.exit(0));
        const target = exports[name];
        if (!called || typeof target !== 'function') return refuse(`The program exports no function ${name}.`);
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

interface Linked {
  readonly ok: true;
  readonly exports: WebAssembly.Exports;
  readonly scriptExports: Readonly<Record<string, ScriptExport>>;
  readonly glue: GlueModule;
  readonly missing: readonly string[];
  /** C's `exit`: runs what `atexit` and static destructors registered, flushes, and never returns. */
  readonly exit: (code: number) => void;
}

function link(
  options: ProgramOptions,
  endings: Endings,
): Promise<Linked | { readonly ok: false; readonly reason: string }> {
  const { runnable, write, createGlue } = options;
  let instance: WebAssembly.Instance | undefined;
  let called: WebAssembly.Exports = {};
  let missing: readonly string[] = [];
  const exports = () => called;
  const buffer = () => (exports().memory as WebAssembly.Memory).buffer;
  const own = ownImports({
    endings,
    exports,
    memory: () => new Uint8Array(buffer()),
    writeError: (text) => write('stderr', new TextEncoder().encode(text)),
  });
  const read = (length: number) => {
    callIfThere(exports(), 'fflush', 0); // a question without a newline must be seen before its answer is read
    const bytes = options.read(length);
    return bytes === 'waiting' ? endings.end({ kind: 'waiting-for-input' }) : bytes;
  };
  const isWasi = isWasiProgram(runnable.module);
  const wasi = wasiImports({
    arguments: [options.programName, ...options.arguments],
    environment: options.environment,
    files: options.files ?? [],
    streams: { read, write },
    buffer: () => buffer() as ArrayBuffer,
    beforeWrite: options.beforeWrite,
  });
  return new Promise((resolve, reject) => {
    const glueOptions: GlueOptions = {
      thisProgram: options.programName,
      console: options.console,
      realm: options.realm,
      ...(options.hooks && { hooks: options.hooks }),
      preRun: [
        (glue) => {
          Object.assign(glue.ENV, options.environment);
          if (glue.FS) connectStreams(glue.FS, { read, write });
        },
      ],
      instantiateWasm(_imports, receive) {
        const glue = glueOptions as unknown as GlueModule;
        delete glueOptions.hooks; // scripts see all of the module
        let knownBuffer: ArrayBufferLike | undefined;
        const around = (name: string, imported: ImportedFunction) => {
          return (...args: unknown[]) => {
            // A memory.grow in the program or in JavaScript leaves the glue with detached views.
            if (knownBuffer !== buffer()) glue.renewMemoryViews();
            knownBuffer = buffer();
            const run = () => apply(imported, undefined, args);
            return options.hostCall(name, args, run, wasi[name] === imported);
          };
        };
        const isGlues = (name: string) => !isWasi && Object.hasOwn(glue.programImports, name);
        const given = Object.entries(wasi).filter(([name]) => !isGlues(name));
        const provided = { ...Object.fromEntries(given), ...own };
        const picked = pickImports(runnable.module, glue, provided, endings, around);
        missing = picked.missing;
        if (missing.length > 0 && !options.runsWithMissing) return resolve({ ok: false, reason: tellMissing(missing) });
        try {
          instance = new WebAssembly.Instance(runnable.module, { ...picked.imports, ...runnable.imports });
        } catch (thrown) {
          return resolve({ ok: false, reason: `The program cannot be loaded: ${(thrown as Error).message}` });
        }
        const made = instance.exports.memory;
        const problem = options.buffer === 'resizable' && made ? makeResizable(made as WebAssembly.Memory) : null;
        if (problem !== null) return resolve({ ok: false, reason: problem });
        called = options.onInstance(instance, glue);
        // The glue would run the constructors at once; they are the program's first instructions and wait for start().
        receive({ exports: { ...called, __wasm_call_ctors: () => undefined } });
      },
    };
    createGlue(glueOptions).then((glue) => {
      const exit = own.exit as (code: number) => void;
      const functions = (instance as WebAssembly.Instance).exports;
      const scriptExports: Record<string, ScriptExport> = Object.create(null);
      for (const { name } of exportedFunctions(options.wasm)) {
        const original = functions[name] as ScriptExport;
        const given = options.forScripts?.(name, original) ?? original;
        scriptExports[name] = given;
        // As Emscripten names them there; `ccall` and `cwrap` look for them.
        Object.assign(glue, { [`_${name}`]: given });
      }
      resolve({ ok: true, exports: called, scriptExports, glue, missing, exit });
    }, reject);
  });
}
