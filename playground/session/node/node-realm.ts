import { type Context, createContext, Script } from 'node:vm';
import type { Evaluate } from '../host/javascript.ts';

/** A realm for scripts with constructors of its own, so that replacing them leaves this process alone. */
export interface NodeRealm {
  readonly realm: Context;
  readonly evaluate: Evaluate;
}

/** Makes the realm. It is no sandbox: scripts are trusted in Node. */
export function makeNodeRealm(): NodeRealm {
  const {
    TextDecoder,
    TextEncoder,
    WebAssembly,
    performance,
    queueMicrotask,
    setTimeout,
    clearTimeout,
    structuredClone,
  } = globalThis;
  const context = createContext({
    TextDecoder,
    TextEncoder,
    WebAssembly,
    performance,
    queueMicrotask,
    setTimeout,
    clearTimeout,
    structuredClone,
  });
  // The context object shows the realm's own globals only after they were read as its properties.
  const names = [
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float16Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'DataView',
  ];
  for (const name of names) context[name] = new Script(`globalThis.${name}`).runInContext(context);
  return {
    realm: context,
    evaluate: async (expression, path) => ({
      run: new Script(expression, { filename: path }).runInContext(context),
      address: path,
      offset: 0,
    }),
  };
}
