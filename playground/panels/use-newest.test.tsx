// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { testStage } from './test-stage.ts';
import { useNewest } from './use-newest.ts';

const stage = testStage();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const asked: number[] = [];
/** Answers a number with itself, after 10 milliseconds; 13 with a failure; null is no question. */
function Answer({ question }: { readonly question: number | null }) {
  const ask = async () => {
    asked.push(question ?? Number.NaN);
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (question === 13) throw new Error('unlucky');
    return question;
  };
  return useNewest(question === null ? null : ask, [question]) ?? 'none';
}
const show = (question: number | null) => act(() => stage.root.render(<Answer question={question} />));
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it('asks one question at a time, and of those that came meanwhile only the newest', async () => {
  asked.length = 0;
  for (const question of [1, 2, 3, 4]) show(question);
  await pass(10);
  expect(stage.host.textContent).toBe('1');
  await pass(10);
  expect(stage.host.textContent).toBe('4');
  expect(asked).toEqual([1, 4]);
});

it('has no answer after a failure and while there is no question, and asks on', async () => {
  show(13);
  await pass(20);
  expect(stage.host.textContent).toBe('none');
  show(5);
  await pass(20);
  expect(stage.host.textContent).toBe('5');
  show(null);
  await pass(20);
  expect(stage.host.textContent).toBe('none');
});
