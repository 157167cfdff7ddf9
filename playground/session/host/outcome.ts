import type { Outcome, SourceLocation } from '../run.ts';
import { describeCppException } from './cpp-exception.ts';
import type { Endings } from './endings.ts';
import { pageAdvice } from './page-advice.ts';
import { isTrap, trapInWords } from './trap-words.ts';

/** Finds the source of a trap from the stack of an error, or null when no frame has a known line. */
export type Locate = (error: Error) => SourceLocation | null;

export interface OutcomeContext {
  readonly exports: WebAssembly.Exports;
  readonly endings: Endings;
  readonly locate: Locate;
  readonly locateThrow: () => SourceLocation | null;
  readonly hasReachedLimit: () => boolean;
}

/** Tells how a call ended that threw. Anything that is neither the program's nor ours is JavaScript's. */
export function tellOutcome(thrown: unknown, context: OutcomeContext): Outcome {
  try {
    return outcomeOf(thrown, context);
  } catch {
    // A value that throws when it is looked at: only scripts throw such.
    return { status: 'threw', message: messageOf(thrown), location: null };
  }
}

function outcomeOf(thrown: unknown, context: OutcomeContext): Outcome {
  const { exports, endings, locate, locateThrow } = context;
  const ending = endings.of(thrown);
  if (ending) {
    switch (ending.kind) {
      case 'exit':
        return { status: 'finished', exitCode: ending.code & 0xff, result: null };
      case 'abort':
        return {
          status: 'trapped',
          reason: ending.reason,
          location: ending.location ? { ...ending.location, column: null } : locate(thrown as Error),
        };
      case 'waiting-for-input':
        return { status: 'waiting-for-input' };
      default:
        return ending satisfies never;
    }
  }
  if (isTrap(thrown)) {
    if (context.hasReachedLimit()) return { status: 'stopped', by: 'step-limit' };
    const reason = stackOverflow(exports) ?? trapInWords(thrown.message);
    return { status: 'trapped', reason, location: locate(thrown) };
  }
  const exception = describeCppException(thrown, exports);
  if (exception) {
    const words = exception.type === 'std::bad_alloc' ? 'memory is exhausted: an' : 'an';
    const said = exception.what === null || exception.what === exception.type ? '' : `: ${exception.what}`;
    return {
      status: 'trapped',
      reason: `${words} exception that nothing caught, ${exception.type}${said}`,
      location: locateThrow(),
    };
  }
  // An error that JavaScript made, called by the program: its stack leads through the program's lines.
  const location = isError(thrown) ? locate(thrown) : null;
  const message = messageOf(thrown);
  return { status: 'threw', message: message + pageAdvice(message), location };
}

const isError = (thrown: unknown): thrown is Error =>
  typeof thrown === 'object' && thrown !== null && 'stack' in thrown;

/** A trap with the stack pointer below the stack has that as its cause, whatever the trap itself was. */
function stackOverflow(exports: WebAssembly.Exports): string | null {
  const value = (name: string) => {
    const global = exports[name];
    return global instanceof WebAssembly.Global ? Number(global.value) : null;
  };
  const [pointer, low, high] = [value('__stack_pointer'), value('__stack_low'), value('__stack_high')];
  if (pointer === null || low === null || high === null || pointer >= low) return null;
  return `the stack overflowed: the program's calls and local variables need more than its ${high - low} bytes`;
}

/** `Name: message` of an error from any realm; anything else as text. */
export function messageOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'a value that cannot be shown as text';
  }
}
