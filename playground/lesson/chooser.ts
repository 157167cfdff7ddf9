import type { Html } from './html.ts';

/** Questions whose answers lead to advice, one after the other. */
export interface Chooser {
  readonly id: string;
  readonly title: string;
  readonly first: ChooserStep;
}

/** One place of a {@link Chooser}: a question with its answers, or advice. */
export interface ChooserStep {
  /** What stands before the question; the advice where there is none. */
  readonly text: Html;
  /** Null at the end. */
  readonly question: Html | null;
  readonly answers: readonly ChooserAnswer[];
}

export interface ChooserAnswer {
  readonly label: Html;
  readonly next: ChooserStep;
}

/** The steps that answers lead through, the first one first: one more than the answers, by index, that are known. */
export function stepsThrough({ first }: Chooser, answers: readonly number[]): readonly ChooserStep[] {
  const steps = [first];
  for (const answer of answers) {
    const next = steps.at(-1)?.answers[answer]?.next;
    if (!next) break;
    steps.push(next);
  }
  return steps;
}
