import { createContext, Script } from 'node:vm';
import type { Evaluate } from '../host/javascript.ts';
import { makeNodeCanvas, type NodeCanvas } from './node-canvas.ts';

/** A realm for scripts with constructors of its own, so that replacing them leaves this process alone. */
export interface NodeRealm {
  readonly realm: Record<string, unknown>;
  readonly evaluate: Evaluate;
  readonly canvas: NodeCanvas;
}

/** A class of its own, whose methods can be replaced without replacing this process's. */
function realmTextEncoder(): typeof TextEncoder {
  return class extends TextEncoder {
    override encodeInto(source: string, destination: Uint8Array) {
      return super.encodeInto(source, destination);
    }
  };
}

function realmTextDecoder(): typeof TextDecoder {
  return class extends TextDecoder {
    override decode(source?: AllowSharedBufferSource, options?: TextDecodeOptions) {
      return super.decode(source, options);
    }
  };
}

/** Makes the realm. It is no sandbox: scripts are trusted in Node. */
export function makeNodeRealm(): NodeRealm {
  const { URL, WebAssembly, performance, queueMicrotask, setTimeout, clearTimeout, structuredClone } = globalThis;
  const canvas = makeNodeCanvas();
  const context = createContext({
    ...canvas.globals,
    TextDecoder: realmTextDecoder(),
    TextEncoder: realmTextEncoder(),
    URL,
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
    canvas,
    evaluate: async (expression, path) => ({
      run: new Script(expression, { filename: path }).runInContext(context),
      address: path,
      offset: 0,
    }),
  };
}
