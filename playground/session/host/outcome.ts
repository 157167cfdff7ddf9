import type { Outcome, SourceLocation } from '../run.ts';
import { describeCppException } from './cpp-exception.ts';
import type { Endings } from './endings.ts';
import { isTrap, trapInWords } from './trap-words.ts';

/** Finds the source of a trap from the stack of an error, or null when no frame has a known line. */
export type Locate = (error: Error) => SourceLocation | null;

export interface OutcomeContext {
  readonly exports: WebAssembly.Exports;
  readonly endings: Endings;
  readonly locate: Locate;
}

/** Tells how a call ended that threw. Anything that is neither the program's nor ours is JavaScript's. */
export function tellOutcome(thrown: unknown, { exports, endings, locate }: OutcomeContext): Outcome {
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
  if (isTrap(thrown)) return { status: 'trapped', reason: trapInWords(thrown.message), location: locate(thrown) };
  const exception = describeCppException(thrown, exports);
  if (exception) {
    const words = exception.type === 'std::bad_alloc' ? 'memory is exhausted: an' : 'an';
    const said = exception.what === null || exception.what === exception.type ? '' : `: ${exception.what}`;
    return {
      status: 'trapped',
      reason: `${words} exception that nothing caught, ${exception.type}${said}`,
      location: null,
    };
  }
  return { status: 'threw', message: messageOf(thrown), location: null };
}

/** `Name: message` of an error from any realm; anything else as text. */
export function messageOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return 'a value that cannot be shown as text';
  }
}
