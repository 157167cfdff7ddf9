import type { Outcome } from '../run.ts';
import { formatValues } from './format-values.ts';
import type { ScriptConsole } from './glue.ts';
import { messageOf } from './outcome.ts';
import type { Program } from './program.ts';
import type { ScriptStack } from './script-stack.ts';

/** What a script is given: `(memory, exports, Module, console)`. */
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

// On the first line, so that lines keep their numbers. The inner block lets a script declare names of the scope anew.
const prefix = '(async (memory, exports, Module, console) => {"use strict";{';
const suffix = '\n}})';

/** What scripts run with: the program, and where their output goes. */
export interface ScriptHost {
  readonly program: Program;
  readonly scripts: ScriptStack;
  readonly evaluate: Evaluate;
  readonly print: (text: string) => void;
}

/**
 * Runs the JavaScript editor's source beside the program. Its scope: `memory`, the program's `WebAssembly.Memory`;
 * `exports`, its functions; `Module`, Emscripten's object with Embind's classes; `console`. `await` may be used.
 */
export async function runScript(host: ScriptHost, source: string, path: string): Promise<Outcome> {
  const { program, scripts, evaluate } = host;
  const failed = program.prepare();
  if (failed) return failed;
  program.settle();
  try {
    const { run, address, offset } = await evaluate(prefix + source + suffix, path);
    scripts.add({ address, path, prefixLength: offset + prefix.length });
    await run(program.memory, program.scriptExports, program.glue, consoleFor(host.print));
    program.settle();
    return { status: 'finished', exitCode: null, result: null };
  } catch (thrown) {
    const outcome = program.tell(thrown);
    if (outcome.status !== 'threw') return outcome;
    return { status: 'threw', message: messageOf(thrown), location: scripts.place(stackOf(thrown)) };
  }
}

function stackOf(thrown: unknown): string {
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
