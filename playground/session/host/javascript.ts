import type { InstrumentedScript } from '../../javascript/instrument.ts';
import type { HookNames } from '../../javascript/reports.ts';
import { SourcePlaces } from '../../javascript/source-places.ts';
import type { Outcome } from '../run.ts';
import type { WithBuiltIns } from './built-ins.ts';
import { formatValues } from './format-values.ts';
import type { ScriptConsole } from './glue.ts';
import { indexInText } from './intrinsics.ts';
import { factoriesFor } from './module-factory.ts';
import { Modules, type PreparedModules, placeOfImport } from './modules.ts';
import { messageOf } from './outcome.ts';
import { callbacksOf } from './page-idioms.ts';
import type { Program } from './program.ts';
import { adviceFor } from './script-advice.ts';
import type { ScriptHook } from './script-hook.ts';
import type { ScriptStack } from './script-stack.ts';
import type { TracedScript } from './script-tracer.ts';
import type { Variants } from './variants.ts';

/** A script of the learner's, and its instrumented code where there is one. */
export interface PreparedScript {
  readonly source: string;
  readonly path: string;
  readonly instrumented: (Pick<InstrumentedScript, 'code' | 'names' | 'segments'> & TracedScript) | null;
  /** The JavaScript files of the program, where any of them imports another; then this one is a module of them. */
  readonly modules?: PreparedModules | null;
}

/** Makes the hook that a script's instrumented code calls. */
export type HookFor = (script: TracedScript) => ScriptHook;

/** What a script is given: `(memory, exports, console, measure)`, what it tells its `Module` to, its hook, `Module`, and
 * what loads the program elsewhere. */
type ScriptFunction = (...scope: readonly unknown[]) => Promise<unknown>;

export interface EvaluatedScript {
  readonly run: ScriptFunction;
  /** What its frames are called in a stack. */
  readonly address: string;
  /** Characters put before the expression. */
  readonly offset: number;
}

/** Makes a function of an expression's source, in the realm where learner code runs. */
export type Evaluate = (expression: string, path: string) => Promise<EvaluatedScript>;

/** What tells the host how to read the script's `Module`. */
const tellModule = '$tellModule';

/** Stands on the first line, so that lines keep their numbers. The inner block lets a script declare names of the scope anew. */
function prefixFor(
  instrumented: PreparedScript['instrumented'],
  factories: readonly string[],
  program: Program,
): string {
  const { hook, frame, object } = instrumented?.names ?? { hook: '$hook', frame: '', object: '' };
  const scope = [...ownNames(program), 'console', 'measure', tellModule, hook];
  const given = factories.includes('Module') ? factories : ['Module', ...factories];
  // A script may declare a Module of its own by `var`, as pages do.
  const told = `${tellModule}(()=>Module);`;
  const entered = instrumented ? `const ${frame}=${hook}.enter(0);let ${object};` : '';
  return `(async (${[...scope, ...given].join(', ')}) => {"use strict";${told}${entered}{`;
}

/** What scripts know the instance's memory and functions by. A script that makes the instance takes them from that. */
export const ownNames = ({ instantiate }: Pick<Program, 'instantiate'>): readonly string[] =>
  instantiate ? ['$memory', '$exports'] : ['memory', 'exports'];

const suffix = '\n}})';

const calledOnce = 'Each variant that measure was given was called once. Measure takes their times.\n';

/** What scripts run with: the program, and where their output goes. */
export interface ScriptHost {
  readonly program: Program;
  readonly scripts: ScriptStack;
  readonly evaluate: Evaluate;
  readonly print: (text: string) => void;
  /** Null where nothing is recorded: a script then runs as it is. */
  readonly hookFor: HookFor | null;
  readonly variants: Variants;
  readonly withBuiltIns: WithBuiltIns;
  /** Whether each variant is called once when its script has ended, instead of being measured later. */
  readonly callsVariants: boolean;
  /** What was evaluated, by the number of the performance. */
  readonly modules: Map<number, Modules>;
}

/**
 * Runs the JavaScript editor's source beside the program. Its scope: `memory`, the program's `WebAssembly.Memory`;
 * `exports`, its functions; `Module`, Emscripten's object with Embind's classes; `console`; `measure`. `await` may be used.
 */
export async function runScript(host: ScriptHost, script: PreparedScript): Promise<Outcome> {
  const { program, scripts } = host;
  const modules = script.modules ? modulesOf(host, script.modules) : null;
  const names = host.hookFor && script.instrumented?.names;
  const plain = (text: string) => modules?.plain(text) ?? (names ? withoutHook(text, names) : text);
  const failed = program.prepare();
  if (failed) return failed;
  program.settle();
  try {
    const ended = await (modules ? modules.evaluate(script.path) : runAlone(host, script, plain));
    const callbacks = host.withBuiltIns(() => callbacksOf(program.glue, ended));
    // By index: the script may have replaced how lists are gone through.
    for (let index = 0; index < callbacks.length; index++) await callbacks[index]?.();
    if (host.callsVariants && (await host.variants.callNew()) > 0) host.print(calledOnce);
    host.withBuiltIns(() => program.settle());
    return { status: 'finished', exitCode: null, result: null };
  } catch (thrown) {
    return host.withBuiltIns(() => {
      const outcome = program.tell(thrown);
      if (outcome.status !== 'threw') return outcome;
      const location = placeOfImport(thrown) ?? scripts.place(stackOf(thrown));
      const message = plain(messageOf(thrown));
      const line = location?.path === script.path ? (script.source.split('\n')[location.line - 1] ?? '') : '';
      return { status: 'threw', message: message + adviceFor(message, script.source, program, line), location };
    });
  }
}

/** What was evaluated in this performance; of others nothing is asked any more. */
function modulesOf(host: ScriptHost, prepared: PreparedModules): Modules {
  const known = host.modules.get(prepared.performance) ?? new Modules(host, prepared);
  host.modules.clear();
  host.modules.set(prepared.performance, known);
  return known;
}

/** Runs a script that is no module. */
async function runAlone(host: ScriptHost, script: PreparedScript, plain: (text: string) => string): Promise<unknown> {
  const { program, scripts, evaluate, hookFor, print, variants } = host;
  const { source, path } = script;
  const instrumented = hookFor && script.instrumented;
  const factories = factoriesFor(source, host);
  const prefix = prefixFor(instrumented, factories.names, program);
  const code = instrumented?.code ?? source;
  const { run, address, offset } = await evaluate(prefix + code + suffix, path);
  const places = instrumented && { places: new SourcePlaces(code, source, instrumented.segments) };
  scripts.add({ address, path, prefixLength: offset + prefix.length, ...places });
  const hook = instrumented && hookFor?.(instrumented);
  const console = consoleFor((text) => print(plain(text)), host.withBuiltIns);
  let read: () => unknown = () => program.glue;
  const tell = (reader: () => unknown) => {
    read = reader;
  };
  const own = factories.names.includes('Module') ? [] : [program.glue];
  const given = [program.memory, program.scriptExports, console, variants.measure, tell, hook];
  await run(...given, ...own, ...factories.values);
  return read();
}

/** Engines name in some messages what was called: then what was inserted for the hook. */
export function withoutHook(text: string, { hook, object }: HookNames): string {
  if (indexInText(text, hook) < 0 && indexInText(text, object) < 0) return text;
  return text.replaceAll(new RegExp(`\\${hook}\\.\\w+(\\(\\.\\.\\.\\))?`, 'g'), '…').replaceAll(object, '…');
}

/** The stack of what was thrown, if it has one. */
export function stackOf(thrown: unknown): string {
  try {
    const stack = typeof thrown === 'object' && thrown !== null && 'stack' in thrown ? thrown.stack : '';
    return typeof stack === 'string' ? stack : '';
  } catch {
    return '';
  }
}

/** A console whose methods all print to the same place. A script may have replaced what they are made with. */
export function consoleFor(print: (text: string) => void, withBuiltIns: WithBuiltIns = (run) => run()): ScriptConsole {
  const log = (...values: readonly unknown[]) => {
    // Most print one text: that needs none of them.
    const text = values.length === 1 && typeof values[0] === 'string' ? values[0] : null;
    if (text !== null) print(`${text}\n`);
    else withBuiltIns(() => print(`${formatValues(values)}\n`));
  };
  return { log, info: log, debug: log, warn: log, error: log, trace: log };
}
