import type { Outcome, SourceLocation } from '../session/run.ts';
import { counted } from '../view-model/hexadecimal.ts';

/** How a run ended, as a sentence. */
export function endingInWords(outcome: Outcome): string {
  switch (outcome.status) {
    case 'finished':
      return outcome.exitCode === null ? 'The program ended.' : `The program ended with exit code ${outcome.exitCode}.`;
    case 'trapped':
      return `The program trapped: ${withoutStop(outcome.reason)}.`;
    case 'threw':
      return outcome.neverBegan
        ? `The JavaScript could not start: ${withoutStop(outcome.message)}. Nothing of it ran. Mend this place, and check again.`
        : `The JavaScript failed: ${withoutStop(outcome.message)}.`;
    case 'waiting-for-input':
      return 'The program waited for more input than there is.';
    case 'stopped':
      return `The program ${stopInWords(outcome)}.`;
    default:
      return outcome satisfies never;
  }
}

/** How a call ended, as the end of a sentence that begins with the call. */
export function callEndingInWords(outcome: Outcome): string {
  switch (outcome.status) {
    case 'finished':
      if (outcome.exitCode !== null) return `ended the program with exit code ${outcome.exitCode}`;
      return `returned ${outcome.result ?? 'nothing'}`;
    case 'trapped':
      return `trapped: ${withoutStop(outcome.reason)}`;
    case 'threw':
      return `failed: ${withoutStop(outcome.message)}`;
    case 'waiting-for-input':
      return 'waited for more input than there is';
    case 'stopped':
      return stopInWords(outcome);
    default:
      return outcome satisfies never;
  }
}

function stopInWords(outcome: Extract<Outcome, { status: 'stopped' }>): string {
  if (outcome.by === 'time-limit')
    return `ran longer than the time limit of ${counted(outcome.milliseconds / 1000, 'second')}`;
  return outcome.by === 'learner' ? 'was stopped' : 'made more steps than it may';
}

/** The line to which an ending belongs, where it is known. */
export const endingLocation = (outcome: Outcome): SourceLocation | null =>
  outcome.status === 'trapped' || outcome.status === 'threw' ? outcome.location : null;

const withoutStop = (sentence: string): string => sentence.replace(/\.$/, '');
