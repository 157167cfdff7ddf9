import { Crossings } from './crossings.ts';
import { emAsmCall } from './em-asm-call.ts';
import { exportedFunctions, importedFunctions } from './exported-functions.ts';
import type { GlueModule } from './glue.ts';
import type { Recorder } from './host.ts';
import { memoryBuffer, weakHas } from './intrinsics.ts';
import type { Signature } from './module-reader.ts';
import { ScriptCopies } from './script-copies.ts';
import type { Views } from './views.ts';
import { WatchedExports, watchTables } from './watched-exports.ts';
import { WatchedGlue } from './watched-glue.ts';
import type { Witness } from './witness.ts';

/** Watches all ways over the boundary between JavaScript and one recorded program. */
export class WatchedBorder {
  readonly #crossings: Crossings;
  readonly #glue: WatchedGlue;
  readonly #exports: WatchedExports;
  readonly #copies: ScriptCopies;
  readonly #imported: ReadonlyMap<string, Signature | null>;
  readonly #buffer: () => ArrayBuffer;
  readonly #gluesViews = new WeakSet<object>();

  constructor(
    wasm: Uint8Array,
    recorder: Recorder,
    witness: Witness,
    readonly views: Views,
    isProxy: (value: object) => boolean,
  ) {
    const { log, memory } = witness;
    this.#buffer = () => memoryBuffer(memory) as ArrayBuffer;
    const source = {
      buffer: this.#buffer,
      isProxy,
      frame: () => witness.frame,
      allocated: () => recorder.allocated,
    };
    this.#crossings = new Crossings(log, source);
    this.#glue = new WatchedGlue(this.#crossings, memory);
    const exported = exportedFunctions(wasm).map((each) => [each.name, each] as const);
    this.#exports = new WatchedExports(this.#crossings, new Map(exported));
    this.#imported = importedFunctions(wasm);
    this.#copies = new ScriptCopies(
      this.#crossings,
      (view) => views.idOf(view) !== 0 || weakHas(this.#gluesViews, view),
    );
  }

  /** The exports for the glue and the host. */
  forGlue(exports: WebAssembly.Exports): WebAssembly.Exports {
    return this.#exports.forGlue(exports);
  }

  /** An exported function for scripts. */
  forScripts(name: string, own: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
    return this.#exports.forScripts(name, own);
  }

  watchGlue(glue: GlueModule): void {
    glue.watchGlue = this.#glue.watch;
    glue.watchGlueViews = (views) => {
      for (let index = 0; index < views.length; index++) this.#watchView(views[index]);
    };
    const note = glue.noteView;
    glue.noteView = (view) => {
      note?.(view);
      this.#crossings.viewed(view);
    };
  }

  /** Prepares the realm in which scripts will run. */
  watchScripts(realm: Record<string, unknown>): void {
    watchTables(realm);
    this.#copies.watch(realm);
  }

  duringImport<Result>(name: string, args: readonly unknown[], run: () => Result): Result {
    if (name === 'emscripten_notify_memory_growth') return run();
    if (this.#glue.isRegistration(name, args)) return this.#crossings.quietly(run);
    const signature = this.#imported.get(name) ?? null;
    const isAsm = name.startsWith('emscripten_asm_const_');
    const call = isAsm ? emAsmCall(args, this.#buffer(), signature) : ({ way: 'out', name, args, signature } as const);
    return this.#crossings.during(call, run);
  }

  /** A call that somebody asks the host for. */
  asked<Result>(name: string, run: () => Result): Result {
    return this.#exports.asked(name, run);
  }

  #watchView(view: Uint8Array<ArrayBuffer> | undefined): void {
    if (!view || weakHas(this.#gluesViews, view)) return;
    this.#gluesViews.add(view);
    this.#copies.watchView(view);
  }
}
