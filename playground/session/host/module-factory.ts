import type { WithBuiltIns } from './built-ins.ts';
import type { GlueModule } from './glue.ts';
import { apply, OwnProxy } from './intrinsics.ts';
import { callbacksOf, fillIn } from './page-idioms.ts';

/** What glue that was made with `-sMODULARIZE` gives a page to call: it resolves to the module. */
type Factory = (settings?: unknown) => Promise<unknown>;

/** What such a page calls, and `Module` where it takes that for the function. */
export interface Factories {
  readonly names: readonly string[];
  readonly values: readonly unknown[];
}

/** What a factory needs of the run. */
interface FactoryHost {
  readonly program: { readonly glue: GlueModule };
  readonly print: (text: string) => void;
  readonly withBuiltIns: WithBuiltIns;
}

/** Settings that come too late for a program that was loaded before. */
const late = ['print', 'printErr', 'preRun', 'arguments', 'noInitialRun', 'wasmMemory', 'instantiateWasm'];

const callsFactory = /(?<![\w$.#])[\w$]*(?:module|factory)[\w$]*(?=\s*\()/gi;

/**
 * The functions that a script calls to load its program, by their names: `createModule()`. The script gets them as variables
 * of the scope around it, so that it may have its own.
 */
export function factoriesFor(source: string, host: FactoryHost): Factories {
  return host.withBuiltIns(() => {
    const called = source.match(callsFactory) ?? [];
    const names = [...new Set(called)].filter((name) => !(name in globalThis));
    return { names, values: names.map((name) => (name === 'Module' ? callableModule(host) : factoryOf(name, host))) };
  });
}

/**
 * The function that glue exports as its default. The program is there already, once: it gives that, and refuses to be called
 * again, for then glue makes an instance with another memory, and what it gave twice would only seem to be two.
 */
export function factoryOf(name: string, { program, print, withBuiltIns }: FactoryHost): Factory {
  let isCalled = false;
  return async (settings) => {
    const callbacks = withBuiltIns(() => {
      if (isCalled) {
        throw new Error(
          `${name}() was called again. Emscripten makes another instance then, with a memory of its own; Pagewise runs one. Keep what the first call gave, and use that again.`,
        );
      }
      isCalled = true;
      if (typeof settings !== 'object' || settings === null) return [];
      const ignored = late.filter((key) => Object.hasOwn(settings, key));
      if (ignored.length > 0) {
        print(
          `Pagewise: the program was loaded before ${name}() was called, so these settings come too late: ${ignored.join(', ')}.\n`,
        );
      }
      fillIn(settings as Record<string, unknown>, program.glue as unknown as Record<string, unknown>);
      return callbacksOf(program.glue, settings);
    });
    for (let index = 0; index < callbacks.length; index++) await callbacks[index]?.();
    return typeof settings === 'object' && settings !== null ? settings : program.glue;
  };
}

/** `Module` that one can call, too, and that is the glue's for everything else. */
function callableModule(host: FactoryHost): object {
  const { glue } = host.program;
  const factory = factoryOf('Module', host);
  return new OwnProxy(() => undefined, {
    apply: (_target, _self, args) => apply(factory, undefined, args),
    get: (_target, key) => Reflect.get(glue, key),
    set: (_target, key, value) => Reflect.set(glue, key, value),
    has: (_target, key) => Reflect.has(glue, key),
  });
}
