import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAnswer, boxDays, dayOf, isDue, type ReviewCard } from './review-schedule.ts';

describe('the schedule of a review', () => {
  it('never asks what was right at once', () => {
    expect(afterAnswer(null, true, 10)).toBeNull();
  });

  it('asks again after 1, 3, 7 and 21 days, and then no more', () => {
    let card = afterAnswer(null, false, 0);
    const days: number[] = [];
    while (card) {
      days.push(card.due);
      card = afterAnswer(card, true, card.due);
    }
    expect(days).toEqual([0, 1, 4, 11, 32]);
  });

  it('begins anew after a wrong answer, from any box', () => {
    for (const box of boxDays.keys()) expect(afterAnswer({ box, due: 5 }, false, 9)).toEqual({ box: 0, due: 9 });
  });

  it('never lets a card be due before it was answered, nor wait longer than the last box says', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 30 }), fc.nat(40_000), (answers, start) => {
        let card: ReviewCard | null = null;
        let today = start;
        for (const isRight of answers) {
          card = afterAnswer(card, isRight, today);
          if (!card) continue;
          expect(card.due).toBeGreaterThanOrEqual(today);
          expect(card.due).toBeLessThanOrEqual(today + 21);
          expect(isDue(card, card.due)).toBe(true);
          expect(isDue(card, card.due - 1)).toBe(false);
          today = card.due;
        }
      }),
    );
  });

  it('counts days by the clock of the place', () => {
    const late = new Date(2026, 5, 1, 23, 59);
    expect(dayOf(new Date(2026, 5, 2, 0, 1)) - dayOf(late)).toBe(1);
    expect(dayOf(new Date(2026, 5, 1, 0, 1))).toBe(dayOf(late));
  });
});
