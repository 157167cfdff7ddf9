import type { InstrumentedScript } from '../../javascript/instrument.ts';
import type { HookNames } from '../../javascript/reports.ts';
import { SourcePlaces } from '../../javascript/source-places.ts';
import type { Outcome } from '../run.ts';
import { formatValues } from './format-values.ts';
import type { ScriptConsole } from './glue.ts';
import { messageOf } from './outcome.ts';
import type { Program } from './program.ts';
import type { ScriptHook } from './script-hook.ts';
import type { ScriptStack } from './script-stack.ts';
import type { TracedScript } from './script-tracer.ts';
import type { Variants } from './variants.ts';

/** A script of the learner's, and its instrumented code where there is one. */
export interface PreparedScript {
  readonly source: string;
  readonly path: string;
  readonly instrumented: (Pick<InstrumentedScript, 'code' | 'names' | 'segments'> & TracedScript) | null;
}

/** Makes the hook that a script's instrumented code calls. */
export type HookFor = (script: TracedScript) => ScriptHook;

/** What a script is given: `(memory, exports, Module, console, measure)`, and its hook. */
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

/** Stands on the first line, so that lines keep their numbers. The inner block lets a script declare names of the scope anew. */
function prefixFor(instrumented: PreparedScript['instrumented']): string {
  const scope = 'memory, exports, Module, console, measure';
  if (!instrumented) return `(async (${scope}) => {"use strict";{`;
  const { hook, frame, object } = instrumented.names;
  return `(async (${scope}, ${hook}) => {"use strict";const ${frame}=${hook}.enter(0);let ${object};{`;
}

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
  /** Whether each variant is called once when its script has ended, instead of being measured later. */
  readonly callsVariants: boolean;
}

/**
 * Runs the JavaScript editor's source beside the program. Its scope: `memory`, the program's `WebAssembly.Memory`;
 * `exports`, its functions; `Module`, Emscripten's object with Embind's classes; `console`; `measure`. `await` may be used.
 */
export async function runScript(host: ScriptHost, { source, path, ...script }: PreparedScript): Promise<Outcome> {
  const { program, scripts, evaluate, hookFor, variants } = host;
  const instrumented = hookFor && script.instrumented;
  const prefix = prefixFor(instrumented);
  const code = instrumented?.code ?? source;
  const plain = (text: string) => (instrumented ? withoutHook(text, instrumented.names) : text);
  const failed = program.prepare();
  if (failed) return failed;
  program.settle();
  try {
    const { run, address, offset } = await evaluate(prefix + code + suffix, path);
    const places = instrumented && { places: new SourcePlaces(code, source, instrumented.segments) };
    scripts.add({ address, path, prefixLength: offset + prefix.length, ...places });
    const hook = instrumented && hookFor?.(instrumented);
    await run(
      program.memory,
      program.scriptExports,
      program.glue,
      consoleFor((text) => host.print(plain(text))),
      variants.measure,
      hook,
    );
    if (host.callsVariants && (await variants.callNew()) > 0) host.print(calledOnce);
    program.settle();
    return { status: 'finished', exitCode: null, result: null };
  } catch (thrown) {
    const outcome = program.tell(thrown);
    if (outcome.status !== 'threw') return outcome;
    return { status: 'threw', message: plain(messageOf(thrown)), location: scripts.place(stackOf(thrown)) };
  }
}

/** Engines name in some messages what was called: then what was inserted for the hook. */
function withoutHook(text: string, { hook, object }: HookNames): string {
  if (!text.includes(hook) && !text.includes(object)) return text;
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

/** A console whose methods all print to the same place. */
export function consoleFor(print: (text: string) => void): ScriptConsole {
  const log = (...values: readonly unknown[]) => print(`${formatValues(values)}\n`);
  return { log, info: log, debug: log, warn: log, error: log, trace: log };
}
