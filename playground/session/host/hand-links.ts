import { sectionsOf } from '../../trace/module-sections.ts';
import type { ImportedFunction } from './glue.ts';
import { apply } from './intrinsics.ts';
import { section } from './module-reader.ts';

interface Link {
  readonly from: string;
  readonly name: string;
  /** The host's own function, for scripts that give none. */
  readonly own: ImportedFunction | null;
  /** What is called. */
  current: ImportedFunction | null;
}

type Given = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

const { create } = Object;
const isObject = (value: unknown): boolean =>
  (typeof value === 'object' && value !== null) || typeof value === 'function';

/**
 * What stands for a program's imports until a script gives its own. The instance is there before the script, as it keeps the
 * recording; none of its code runs before it is linked.
 */
export class HandLinks {
  readonly #links: Link[] = [];
  readonly #interface: WebAssembly.Module;
  // The realm's own, before a script may replace it.
  readonly #instantiate = (imports: WebAssembly.Imports) => new this.#Instance(this.#interface, imports);
  readonly #Instance = WebAssembly.Instance;
  #isLinked = false;

  constructor(wasm: Uint8Array) {
    this.#interface = new WebAssembly.Module(interfaceOf(wasm));
  }

  /** Whether a script has made the instance. */
  get isLinked(): boolean {
    return this.#isLinked;
  }

  /** A function that calls what the script will give, or the host's own. */
  stand(from: string, name: string, own: ImportedFunction | null): ImportedFunction {
    const link: Link = { from, name, own, current: null };
    this.#links.push(link);
    return (...args) => {
      if (!link.current) throw new Error(`${name} was called before a script made the instance`);
      return apply(link.current, undefined, args);
    };
  }

  /**
   * Takes a script's imports, with the host's for those that it leaves out. Throws what the browser throws where one is
   * missing or of the wrong kind.
   */
  link(given: unknown): void {
    if (given !== undefined && !isObject(given)) this.#instantiate(given as WebAssembly.Imports);
    const imports = create(null) as Record<string, Record<string, unknown>>;
    for (let index = 0; index < this.#links.length; index++) {
      const { from, name, own } = this.#links[index] as Link;
      const space = (given as Given | undefined)?.[from];
      const value = isObject(space) ? space?.[name] : undefined;
      if (!isObject(space) && this.#needs(from)) continue;
      imports[from] ??= create(null) as Record<string, unknown>;
      imports[from][name] = value === undefined ? (own ?? undefined) : value;
    }
    this.#instantiate(imports as WebAssembly.Imports);
    for (let index = 0; index < this.#links.length; index++) {
      const link = this.#links[index] as Link;
      link.current = imports[link.from]?.[link.name] as ImportedFunction;
    }
    this.#isLinked = true;
  }

  /** Whether something is imported under this name that only a script can give. */
  #needs(from: string): boolean {
    for (let index = 0; index < this.#links.length; index++) {
      const link = this.#links[index] as Link;
      if (link.from === from && !link.own) return true;
    }
    return false;
  }
}

/** A module that asks for the same imports and does nothing: the browser says of it what is wrong with them. */
function interfaceOf(wasm: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept = [...wasm.subarray(0, 8)];
  for (const { id, start, end } of sectionsOf(wasm)) {
    if (id === section.type || id === section.import) kept.push(...wasm.subarray(start, end));
  }
  return new Uint8Array(kept);
}
