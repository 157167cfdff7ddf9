import type { Endings } from './endings.ts';
import { exportedFunctions } from './exported-functions.ts';
import { connectStreams, type GlueModule, type GlueOptions, type ImportedFunction } from './glue.ts';
import { HandLinks } from './hand-links.ts';
import { callIfThere, ownImports, pickImports, tellMissing } from './imports.ts';
import { apply } from './intrinsics.ts';
import { makeResizable } from './memory-buffer.ts';
import type { ProgramOptions, ScriptExport } from './program.ts';
import { isWasiProgram, wasiImports } from './wasi-imports.ts';

/** An instance with what its imports came from. */
interface Linked {
  readonly ok: true;
  readonly exports: WebAssembly.Exports;
  readonly scriptExports: Readonly<Record<string, ScriptExport>>;
  /** What the module exports, as an instance of a script's own shows it. */
  readonly allExports: object;
  readonly byHand: HandLinks | null;
  readonly glue: GlueModule;
  readonly missing: readonly string[];
  /** C's `exit`: runs what `atexit` and static destructors registered, flushes, and never returns. */
  readonly exit: (code: number) => void;
}

/** Instantiates a module under its glue. Resolves with a reason where the program lacks functions, or no engine can run it. */
export function linkProgram(
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
  const byHand = options.byHand ? new HandLinks(options.wasm) : null;
  const isWasi = isWasiProgram(runnable.module);
  const wasi = wasiImports({
    arguments: [options.programName, ...options.arguments],
    environment: options.environment,
    files: options.files ?? [],
    streams: { read, write },
    buffer: () => buffer() as ArrayBuffer,
    beforeWrite: options.beforeWrite,
    onCopied: options.onHostCopied,
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
        const picked = pickImports(runnable.module, glue, provided, endings, around, byHand);
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
      const allExports: Record<string, unknown> = Object.create(null);
      for (const { name } of byHand ? exportsOf(options.wasm) : []) {
        allExports[name] = scriptExports[name] ?? functions[name];
      }
      Object.freeze(allExports);
      resolve({ ok: true, exports: called, scriptExports, allExports, byHand, glue, missing, exit });
    }, reject);
  });
}

const exportsOf = (wasm: Uint8Array) =>
  WebAssembly.Module.exports(new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>));
