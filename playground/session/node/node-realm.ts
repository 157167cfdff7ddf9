import { createContext, Script } from 'node:vm';
import type { Evaluate } from '../host/javascript.ts';

/** A realm for scripts with constructors of its own, so that replacing them leaves this process alone. */
export interface NodeRealm {
  readonly realm: Record<string, unknown>;
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
  // The realm's own global object: the context object lacks what nobody put there.
  const realm: Record<string, unknown> = new Script('globalThis').runInContext(context);
  return {
    realm,
    evaluate: async (expression, path) => ({
      run: new Script(expression, { filename: path }).runInContext(context),
      address: path,
      offset: 0,
    }),
  };
}
