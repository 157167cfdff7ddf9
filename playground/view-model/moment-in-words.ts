import type { Finding, Moment } from '../trace/trace.ts';

/** One moment as sentences. */
export interface MomentWords {
  /** What is wrong with the line that ran last or that runs next; empty where nothing is. */
  readonly warning: string;
  readonly did: string;
  readonly next: string;
}

export function momentInWords({ step, did, next }: Moment, findings: readonly Finding[]): MomentWords {
  const happened = findings.filter((finding) => finding.step === step - 1).map(({ text }) => sentence(text));
  const about = findings
    .filter((finding) => finding.step === step)
    .map(({ text }) => `The next step is at fault. ${sentence(text)}`);
  return {
    warning: [...happened, ...about].join(' '),
    did: did === '' ? 'Nothing has run yet.' : sentence(did),
    next: next === null ? 'The end of the run.' : `Next: ${next}.`,
  };
}

/** The same for those who listen. */
export function readOut(moment: Moment, findings: readonly Finding[]): string {
  const { warning, did, next } = momentInWords(moment, findings);
  return [`Step ${moment.step}.`, warning !== '' && `Finding: ${warning}`, did, next].filter(Boolean).join(' ');
}

function sentence(text: string): string {
  const capitalised = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(capitalised) ? capitalised : `${capitalised}.`;
}
