import type { BorderWitness } from './border-witness.ts';
import { emAsmCall } from './em-asm-call.ts';
import { exportedFunctions, importedFunctions } from './exported-functions.ts';
import { partsWatcher } from './foreign-parts.ts';
import type { GlueModule } from './glue.ts';
import { indexInText, mapGet, weakAdd, weakHas } from './intrinsics.ts';
import type { Signature } from './module-reader.ts';
import { ScriptCopies } from './script-copies.ts';
import { tellVectors } from './vector-copies.ts';
import type { Views } from './views.ts';
import type { OnCopied } from './wasi-types.ts';
import { WatchedExports, watchTables } from './watched-exports.ts';
import { WatchedGlue } from './watched-glue.ts';

type WatchedViews = Pick<
  Views,
  'onBuffer' | 'onCopied' | 'onForeign' | 'onFoundEmpty' | 'note' | 'scripts' | 'through'
>;

/** Leads all that crosses the boundary between JavaScript and one program past a witness. */
export class WatchedBorder {
  readonly #glue: WatchedGlue;
  readonly #exports: WatchedExports;
  readonly #copies: ScriptCopies;
  readonly #imported: ReadonlyMap<string, Signature | null>;
  readonly #gluesViews = new WeakSet<object>();
  /** Those that it has now. */
  #newest: readonly Uint8Array<ArrayBuffer>[] = [];
  /** The import that is called. */
  #import = '';
  #views: WatchedViews | null = null;
  #watchParts: ((view: Uint8Array<ArrayBuffer>) => void) | null = null;

  constructor(
    wasm: Uint8Array,
    readonly memory: WebAssembly.Memory,
    readonly witness: BorderWitness,
    /** Whether a view is one that scripts are known to have: the host has others. */
    isKnown: (view: ArrayBufferView) => boolean,
  ) {
    this.#glue = new WatchedGlue(witness, memory);
    const exported = exportedFunctions(wasm).map((each) => [each.name, each] as const);
    this.#exports = new WatchedExports(witness, new Map(exported));
    this.#imported = importedFunctions(wasm);
    this.#copies = new ScriptCopies(witness, {
      isScripts: (view, callee) => {
        if (isKnown(view) || weakHas(this.#gluesViews, view)) return true;
        return witness.statement !== null && (this.#views?.scripts.isCalledByScript(callee) ?? false);
      },
      during: (through, run) => this.#views?.through(through, run) ?? run(),
      foundEmpty: (view, throws = false) => this.#views?.onFoundEmpty(view, throws),
    });
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
      this.#newest = views;
      for (let index = 0; index < views.length; index++) this.#watchView(views[index]);
    };
    const note = glue.noteView;
    glue.noteView = (view) => {
      note?.(view);
      this.witness.viewed(view);
    };
  }

  /** Prepares the realm in which scripts will run. `views` are those that tell which views and buffers there are. */
  watchScripts(realm: Record<string, unknown>, views?: WatchedViews): void {
    watchTables(realm);
    this.#copies.watch(realm);
    this.#copies.watchBuffer(this.witness.source.buffer());
    if (!views) return;
    this.#views = views;
    views.onBuffer = (buffer) => this.#copies.watchBuffer(buffer);
    views.onCopied = (type, view) => this.#copies.viewCopied(type, view);
    this.#watchParts = partsWatcher(realm, views);
    for (const view of this.#newest) this.#watchParts?.(view);
  }

  /** A script's statement is over. */
  settle(): void {
    this.#copies.iterators.settle();
  }

  duringImport<Result>(name: string, args: readonly unknown[], run: () => Result): Result {
    if (name === 'emscripten_notify_memory_growth') return run();
    if (this.#glue.isRegistration(name, args)) return this.witness.quietly(run);
    const signature = mapGet(this.#imported as Map<string, Signature | null>, name) ?? null;
    const isAsm = indexInText(name, 'emscripten_asm_const_') === 0;
    const call = isAsm
      ? emAsmCall(args, this.witness.source.buffer(), signature)
      : ({ way: 'out', name, args, signature } as const);
    const outer = this.#import;
    this.#import = name;
    try {
      return this.witness.during(call, () => tellVectors(this.witness, this.memory, name, args, run));
    } finally {
      this.#import = outer;
    }
  }

  /** The host's own WASI copied bytes, within {@link duringImport}. Those of vectors are told there. */
  readonly copiedByHost: OnCopied = (way, address, length, text) => {
    const { witness } = this;
    const string = text === null ? null : { encoding: 'UTF-8', text };
    const tell = () => witness.copied(way, address, length, string);
    if (length > 0) witness.copying(this.#import, () => undefined, tell);
  };

  /** A call that somebody asks the host for. */
  asked<Result>(name: string, run: () => Result): Result {
    return this.#exports.asked(name, run);
  }

  #watchView(view: Uint8Array<ArrayBuffer> | undefined): void {
    if (!view || weakHas(this.#gluesViews, view)) return;
    weakAdd(this.#gluesViews, view);
    this.#copies.watchView(view);
    this.#watchParts?.(view);
  }
}
