import type { Outcome } from '../session/run.ts';
import { counted, formatAddress } from '../view-model/hexadecimal.ts';

/** How one thing ended, under the name that the learner knows it by. */
export interface Ending {
  readonly what: string;
  readonly outcome: Outcome;
}

/** Characters of a sentence: a message that a program makes may be as long as it likes. */
const longest = 400;

/** How a run or a call ended, as a sentence. */
export function endingInWords({ what, outcome }: Ending): string {
  if (what === 'main' && outcome.status === 'finished' && outcome.exitCode === null) {
    return 'No main was run: there is none, or the script makes the instance. The Calls panel calls the other functions.';
  }
  const words = `${what} ${outcomeInWords(outcome)}`;
  return words.length > longest ? `${words.slice(0, longest)}…` : words;
}

/** How the last of some parts ended, where that was no end of its own; null where it was. */
export function crashInWords(endings: readonly Ending[]): string | null {
  const last = endings.at(-1);
  return last?.outcome.status === 'trapped' || last?.outcome.status === 'threw' ? endingInWords(last) : null;
}

function outcomeInWords(outcome: Outcome): string {
  switch (outcome.status) {
    case 'finished':
      if (outcome.exitCode !== null) return `ended with exit code ${outcome.exitCode}.`;
      return outcome.result === null ? 'ended.' : `returned ${outcome.result}${asAddress(outcome.result)}.`;
    case 'trapped':
      return `trapped${at(outcome.location)}: ${outcome.reason}`;
    case 'threw':
      return `failed${at(outcome.location)}: ${outcome.message}`;
    case 'waiting-for-input':
      return 'waits for input.';
    case 'stopped':
      return outcome.by === 'time-limit'
        ? `was stopped: it ran longer than the time limit of ${counted(outcome.milliseconds / 1000, 'second')}.`
        : 'was stopped.';
    default:
      return outcome satisfies never;
  }
}

function at(location: { readonly path: string; readonly line: number } | null): string {
  return location ? ` at ${location.path}, line ${location.line}` : '';
}

/** A result that may be an address, as the panels write addresses. */
function asAddress(result: string): string {
  return /^\d{4,10}$/.test(result) ? ` (${formatAddress(Number(result))})` : '';
}

/** Names the functions that a module imports and nobody provides, and says what follows. */
export const missingInWords = (missing: readonly string[]): string =>
  `It imports ${missing.join(', ')}: nobody provides that here, and calling it ends the run. Link it with a definition, or call functions that do without.`;
