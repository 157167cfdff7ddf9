import type { WasmType } from '../run.ts';
import type { BorderWitness } from './border-witness.ts';
import { type Copied, glueCopies } from './glue-copies.ts';
import { readText } from './imports.ts';
import { apply, indexInText } from './intrinsics.ts';
import type { Signature } from './module-reader.ts';

// biome-ignore lint/suspicious/noExplicitAny: functions of the glue have as many types as there are functions
type Called = (this: any, ...args: any[]) => any;

const { defineProperty } = Object;

/** Which argument of each function that Embind registers with tells the name: `_embind_register_class_function`. */
const namesAt: Readonly<Record<string, number>> = {
  function: 0,
  class: 10,
  class_function: 1,
  class_class_function: 1,
  class_property: 1,
  class_class_property: 1,
  value_object: 1,
  value_object_field: 1,
  value_array: 1,
  smart_ptr: 2,
};
const registers = '_embind_register_';

/** Embind's letters for the types of Wasm. */
const letters: Readonly<Record<string, WasmType>> = { i: 'i32', p: 'i32', j: 'i64', f: 'f32', d: 'f64' };

/** Has the glue's functions tell what they do, and the functions of Wasm that it takes from the table. */
export class WatchedGlue {
  /** What the program registers with Embind now. */
  #registered = '';

  constructor(
    readonly crossings: BorderWitness,
    readonly memory: WebAssembly.Memory,
  ) {
    this.#writes = {
      source: crossings.source,
      copied(way, address, bytes) {
        if (way === 'in') crossings.wrote(address, bytes);
      },
    };
  }

  /** Of each copy into memory, also of those that no call's story tells. */
  readonly #writes: Copied;

  /** In place of a function of the glue: see watch-glue.js in runtime/shells. */
  readonly watch = (name: string, original: Called): Called => {
    const { crossings } = this;
    if (name === 'craftInvokerFunction') return this.#invokers(original);
    if (name === 'embind__requireFunction') return this.#tableFunctions(original);
    const tell = Object.hasOwn(glueCopies, name) ? glueCopies[name] : undefined;
    if (!tell) return (...args) => crossings.inGlue(name, args, () => apply(original, undefined, args));
    return (...args) =>
      crossings.copying(
        name,
        () => {
          const result: unknown = apply(original, undefined, args);
          tell(this.#writes, args, result);
          return result;
        },
        (result) => tell(crossings, args, result),
      );
  };

  /** Whether a call of an import only registers something with Embind; remembers its name. */
  isRegistration(name: string, args: readonly unknown[]): boolean {
    if (indexInText(name, '_embind_') !== 0) return false;
    const at = namesAt[name.slice(registers.length)];
    this.#registered = at === undefined ? '' : readText(this.#bytes(), Number(args[at]));
    return true;
  }

  /** A function or method that C++ gave to JavaScript. */
  #invokers(craft: Called): Called {
    const { crossings } = this;
    return (name: string, ...rest) => {
      const invoker = craft(name, ...rest) as Called;
      const watched = function (this: unknown, ...args: unknown[]): unknown {
        return crossings.inGlue(name, args, () => apply(invoker, this, args));
      };
      defineProperty(watched, 'name', { value: name });
      return defineProperty(watched, 'length', { value: invoker.length });
    };
  }

  /** What Embind calls by its number in the table: constructors, destructors, and what calls a bound function. */
  #tableFunctions(require: Called): Called {
    const { crossings } = this;
    return (signatureAt: number, ...rest) => {
      const signature = signatureOf(readText(this.#bytes(), signatureAt));
      const name = this.#registered ? `Embind’s code for ${this.#registered}` : 'Embind’s code';
      const original = require(signatureAt, ...rest) as Called;
      return (...args: unknown[]) => {
        const call = { way: 'in', name, args, signature } as const;
        return crossings.during(call, () => apply(original, undefined, args));
      };
    };
  }

  #bytes(): Uint8Array {
    return new Uint8Array(this.memory.buffer);
  }
}

/** `ippd`: the type of the result, then those of the parameters; `v` is none. */
function signatureOf(text: string): Signature {
  const types = [...text].flatMap((letter) => letters[letter] ?? []);
  const hasResult = !text.startsWith('v');
  return { parameters: types.slice(hasResult ? 1 : 0), results: types.slice(0, hasResult ? 1 : 0) };
}
