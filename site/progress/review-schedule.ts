/** A question that was once answered wrong, and when it is asked again. */
export interface ReviewCard {
  /** Right answers in a row, each of which puts it one box further. */
  readonly box: number;
  /** The day on which it is due: days since 1970-01-01, by the learner's clock. */
  readonly due: number;
}

/**
 * Days until a question is asked again, by its box (Leitner's system). It begins in box 0, due at once; a right answer
 * moves it on, a wrong one back to box 0. After a right answer in the last box it is known and leaves.
 */
export const boxDays = [0, 1, 3, 7, 21] as const;

/** The card after an answer; null where there is nothing (more) to review. */
export function afterAnswer(card: ReviewCard | null, isRight: boolean, today: number): ReviewCard | null {
  if (!isRight) return { box: 0, due: today };
  if (!card) return null;
  const days = boxDays[card.box + 1];
  return days === undefined ? null : { box: card.box + 1, due: today + days };
}

export const isDue = (card: ReviewCard, today: number): boolean => card.due <= today;

/** The day of a moment, by the clock of this place. */
export function dayOf(moment: Date): number {
  return Math.floor((moment.getTime() - moment.getTimezoneOffset() * 60_000) / 86_400_000);
}
