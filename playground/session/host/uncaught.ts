import { stackOf } from './javascript.ts';
import { messageOf } from './outcome.ts';
import type { Program } from './program.ts';
import type { ScriptStack } from './script-stack.ts';
import type { Variants } from './variants.ts';

/** Where something was thrown, and how that is told. */
export interface UncaughtOptions {
  readonly program: Pick<Program, 'tell'>;
  readonly scripts: ScriptStack;
  readonly print: (text: string) => void;
  readonly variants: Pick<Variants, 'isToldAgain'>;
}

/**
 * Prints what a promise was rejected with that nobody waits for, or what a timer's function threw. Where it is not sure to be
 * of the run, it has to be known for its scripts' or its program's. False when it is not: then nothing is printed.
 */
export function printUncaught(thrown: unknown, isOfRun: boolean, options: UncaughtOptions): boolean {
  const { program, scripts, print, variants } = options;
  const outcome = program.tell(thrown);
  const stack = stackOf(thrown);
  const place = scripts.place(stack) ?? ('location' in outcome ? outcome.location : null);
  // An exception of C++ has no stack: it is told where it is the program's own.
  const isTrapped = outcome.status === 'trapped';
  if (!isOfRun && !place && !(isTrapped && stack === '')) return false;
  const where = place ? ` (${place.path}, line ${place.line})` : '';
  const message = outcome.status === 'threw' ? outcome.message : messageOf(thrown);
  if (variants.isToldAgain(message)) return true;
  print(`Uncaught${isTrapped ? `: ${outcome.reason}` : ` ${message}`}${where}\n`);
  return true;
}
