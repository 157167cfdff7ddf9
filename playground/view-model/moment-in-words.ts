import { type Phrase, plainText } from '../trace/phrase.ts';
import type { Finding, Moment } from '../trace/trace.ts';

/** One moment as sentences. */
export interface MomentWords {
  /** What is wrong with the line that ran last or that runs next; empty where nothing is. */
  readonly warning: string;
  readonly did: Phrase;
  readonly next: string;
}

/** `crash` tells how the run ended that did not finish. */
export function momentInWords(
  { step, did, next }: Moment,
  findings: readonly Finding[],
  crash: string | null,
): MomentWords {
  const happened = findings.filter((finding) => finding.step === step - 1).map(({ text }) => sentence(text));
  const about = findings
    .filter((finding) => finding.step === step)
    .map(({ text }) => `The next step is at fault: ${continued(sentence(text))}`);
  return {
    warning: [...happened, ...about].join(' '),
    did,
    next:
      next === null
        ? crash === null
          ? 'The end of the run.'
          : `Here the run ends: ${/[.!?…]$/.test(crash) ? crash : `${crash}.`}`
        : `Next: ${next}.`,
  };
}

/** The same for those who listen. */
export function readOut(moment: Moment, findings: readonly Finding[], crash: string | null): string {
  const { warning, did, next } = momentInWords(moment, findings, crash);
  return [`Step ${moment.step}.`, warning !== '' && `Finding: ${warning}`, plainText(did), next]
    .filter(Boolean)
    .join(' ');
}

/** What a finding says, after a colon: a step that did something is `it`. */
function continued(text: string): string {
  const words = text.charAt(0).toLowerCase() + text.slice(1);
  return /^(wrote|read|freed) /.test(words) ? `it ${words}` : words;
}

function sentence(text: string): string {
  const capitalised = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capitalised) ? capitalised : `${capitalised}.`;
}
