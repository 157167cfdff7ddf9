import type { BorderWitness } from './border-witness.ts';
import { apply, OwnProxy, weakFind } from './intrinsics.ts';
import type { Signature } from './module-reader.ts';

type Called = (...args: unknown[]) => unknown;

/** What the host and the glue call to keep house: no crossings that tell anybody anything. */
export const housekeeping: ReadonlySet<string> = new Set([
  ...['fflush', '__wasm_call_ctors', '_emscripten_stack_restore', 'emscripten_stack_get_current', '__getTypeName'],
  ...['setThrew', 'emscripten_get_sbrk_ptr'],
]);

/** The functions by which scripts know a program's own: tables and globals take only the latter. */
const originals = new WeakMap<object, object>();
const watchedOnes = new WeakMap<object, object>();
const watchedTables = new WeakSet<object>();

/** Has calls of a program's functions tell what was passed. */
export class WatchedExports {
  /** The function that the host calls for somebody, who is told. */
  #asked: string | null = null;

  constructor(
    readonly crossings: BorderWitness,
    readonly signatures: ReadonlyMap<string, Signature>,
  ) {}

  /** The exports for the glue and the host: what they call is told within a call that is. */
  forGlue(exports: WebAssembly.Exports): WebAssembly.Exports {
    const watched: Record<string, WebAssembly.ExportValue> = {};
    for (const [name, value] of Object.entries(exports)) {
      const isPlain = typeof value !== 'function' || name.startsWith('pagewise.') || housekeeping.has(name);
      watched[name] = isPlain ? value : this.#forGlue(name, value as Called);
    }
    return watched;
  }

  /** A function for scripts: it behaves as the program's own, and may be put into tables. */
  forScripts = (name: string, original: Called): Called => {
    const signature = this.signatures.get(name) ?? null;
    const watched = new OwnProxy(original, {
      apply: (target, self, args: unknown[]) => {
        for (let index = 0; index < args.length; index++) args[index] = originalOf(args[index]);
        const { crossings } = this;
        const call = { way: 'in', name, args, signature } as const;
        return crossings.during(call, () => crossings.byScript(call, () => apply(target, self, args)));
      },
    });
    originals.set(watched, original);
    watchedOnes.set(original, watched);
    return watched;
  };

  /** A call that somebody asks the host for. */
  asked<Result>(name: string, run: () => Result): Result {
    this.#asked = name;
    try {
      return run();
    } finally {
      this.#asked = null;
    }
  }

  #forGlue(name: string, original: Called): Called {
    const signature = this.signatures.get(name) ?? null;
    return (...args) => {
      const isAsked = this.#asked === name;
      if (isAsked) this.#asked = null;
      if (!isAsked && !this.crossings.isOpen) return apply(original, undefined, args);
      return this.crossings.during({ way: 'in', name, args, signature }, () => apply(original, undefined, args));
    };
  }
}

/** Has tables take and give what scripts know as a program's functions. To be called once a realm. */
export function watchTables(realm: Record<string, unknown>): void {
  const { prototype } = (realm.WebAssembly as typeof WebAssembly).Table;
  if (watchedTables.has(prototype)) return;
  watchedTables.add(prototype);
  const watch = (name: 'get' | 'set' | 'grow', handler: ProxyHandler<Called>['apply']) => {
    const value = new OwnProxy(prototype[name] as Called, { apply: handler as NonNullable<typeof handler> });
    Object.defineProperty(prototype, name, { value, writable: true, enumerable: true, configurable: true });
  };
  const withOriginals = (target: Called, self: unknown, args: unknown[]) => {
    if (args.length > 1) args[1] = originalOf(args[1]);
    return apply(target, self, args);
  };
  watch('set', withOriginals);
  watch('grow', withOriginals);
  watch('get', (target, self, args) => {
    const found = apply(target, self, args) as object | null;
    return (typeof found === 'function' && weakFind(watchedOnes, found)) || found;
  });
}

const originalOf = (value: unknown): unknown => (typeof value === 'function' && weakFind(originals, value)) || value;
