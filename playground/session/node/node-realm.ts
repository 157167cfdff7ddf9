import { isPromise } from 'node:util/types';
import { type Context, Script } from 'node:vm';
import type { Evaluate, EvaluatedScript } from '../host/javascript.ts';
import { makeNodeCanvas, type NodeCanvas } from './node-canvas.ts';
import { Patience } from './patience.ts';

/** A realm for scripts with constructors of its own, so that replacing them leaves this process alone. */
export interface NodeRealm {
  readonly realm: Record<string, unknown>;
  readonly evaluate: Evaluate;
  readonly canvas: NodeCanvas;
  readonly context: Context;
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

const { then } = Promise.prototype;

/**
 * What a promise of another realm comes to. Somebody waits for it from now on: `await` would begin to only when that realm's
 * promises go on, and until then it may be rejected and Node find nobody. The code of a module that others import is none:
 * its generator is passed on.
 */
const watched = (promise: Promise<unknown>): Promise<unknown> =>
  isPromise(promise) ? new Promise((resolve, reject) => Reflect.apply(then, promise, [resolve, reject])) : promise;

/** The classes of errors that the language itself throws. */
const errorClasses = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError };

/**
 * Makes `instanceof` find the errors of this process in the realm's classes, as a page has one class of each: traps, and what
 * the glue or this process's `TextDecoder` throws, are of here. A class that a script derives keeps the usual `instanceof`.
 */
function knowErrors(realm: Record<string, unknown>): void {
  const isInstance = Function.prototype[Symbol.hasInstance];
  for (const [name, Ours] of Object.entries(errorClasses)) {
    const Theirs = realm[name];
    Object.defineProperty(Theirs, Symbol.hasInstance, {
      configurable: true,
      writable: true,
      value(this: unknown, thrown: unknown) {
        return (
          Reflect.apply(isInstance, this, [thrown]) || (this === Theirs && Reflect.apply(isInstance, Ours, [thrown]))
        );
      },
    });
  }
}

/** Ends the process, as what nobody catches does in Node. */
const rethrow = (thrown: unknown): void => {
  throw thrown;
};

/**
 * Makes the realm. It is no sandbox: scripts are trusted in Node. `patience` is for all that they do; `onUncaught` is
 * called with what the function of a timer threw.
 */
export function makeNodeRealm(patience = new Patience(), onUncaught = rethrow): NodeRealm {
  const { CompressionStream, Response, URL, WebAssembly, performance, clearTimeout, structuredClone } = globalThis;
  const canvas = makeNodeCanvas((work) => setTimeout(patience.later(work), 0));
  const later = <Args extends readonly unknown[]>(work: (...args: Args) => void) =>
    patience.later((...args: Args) => {
      try {
        work(...args);
      } catch (thrown) {
        onUncaught(thrown);
      }
    });
  const context = patience.context({
    ...canvas.globals,
    CompressionStream,
    Response,
    TextDecoder: realmTextDecoder(),
    TextEncoder: realmTextEncoder(),
    URL,
    WebAssembly,
    performance,
    queueMicrotask: (work: () => void) => queueMicrotask(later(work)),
    setTimeout: (work: (...args: unknown[]) => void, milliseconds?: number, ...args: unknown[]) =>
      setTimeout(later(work), milliseconds, ...args),
    clearTimeout,
    structuredClone,
  });
  // The realm's own global object: the context object lacks what nobody put there.
  const realm: Record<string, unknown> = new Script('globalThis').runInContext(context);
  knowErrors(realm);
  return {
    realm,
    canvas,
    context,
    async evaluate(expression, path) {
      const run: EvaluatedScript['run'] = new Script(expression, { filename: path }).runInContext(context);
      return { run: (...scope) => watched(patience.during(() => run(...scope))), address: path, offset: 0 };
    },
  };
}
