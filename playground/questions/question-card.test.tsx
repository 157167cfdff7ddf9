// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { Html } from '../lesson/html.ts';
import type { ChoicesQuestion } from '../lesson/question.ts';
import type { SavedAnswer } from '../lesson/saved-work.ts';
import { testStage } from '../panels/test-stage.ts';
import { QuestionCard } from './question-card.tsx';

const html = (text: string) => text as Html;
const question: ChoicesQuestion = {
  kind: 'choices',
  id: 'q',
  prompt: html('Which?'),
  explanation: html('<p>Because.</p>'),
  options: [
    { html: html('one'), right: true, feedback: html('one is right') },
    { html: html('two'), right: false, feedback: html('two is wrong') },
    { html: html('three'), right: true, feedback: html('three is right') },
  ],
};

const stage = testStage();

const answers: SavedAnswer[] = [];
/** Renders the card as a page does: what it gives to be kept comes back to it. */
const show = (saved: SavedAnswer | null) => {
  answers.length = 0;
  const render = (kept: SavedAnswer | null) =>
    stage.root.render(
      <QuestionCard
        question={question}
        saved={kept}
        onAnswer={(answer) => {
          answers.push(answer);
          render(JSON.parse(JSON.stringify(answer)));
        }}
      />,
    );
  act(() => render(saved));
};
const boxes = () => [...stage.host.querySelectorAll('input')];
const press = (name: string) =>
  act(() => [...stage.host.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());

it('grades, explains what was wrong, and asks only that again', () => {
  show(null);
  act(() => boxes()[0]?.click());
  act(() => boxes()[1]?.click());
  press('Check');
  expect(answers.at(-1)?.right).toBe(false);
  expect(stage.host.textContent).toContain('Not right yet. One choice is wrong. One right answer is missing.');
  expect(stage.host.textContent).toContain('two is wrong');
  expect(stage.host.textContent).not.toContain('one is right');
  expect(stage.host.textContent).not.toContain('Because.');

  press('Try again');
  expect(boxes().map(({ disabled }) => disabled)).toEqual([true, false, false]);
  act(() => boxes()[1]?.click());
  act(() => boxes()[2]?.click());
  press('Check');
  expect(answers.at(-1)?.right).toBe(true);
  expect(stage.host.textContent).toContain('Right.');
  expect(stage.host.textContent).toContain('Because.');
});

it('asks for an answer before it grades', () => {
  show(null);
  press('Check');
  expect(answers).toEqual([]);
  expect(stage.host.querySelector('[role=status]')?.textContent).toContain('Choose at least one');
});

it('keeps what was chosen and not yet checked', () => {
  show(null);
  act(() => boxes()[2]?.click());
  const kept = answers.at(-1) ?? null;
  expect(kept?.right).toBe(false);
  show(kept);
  expect(boxes().map(({ checked }) => checked)).toEqual([false, false, true]);
  expect(stage.host.textContent).not.toContain('Not right yet');
});

it('shows an answer that was kept, graded anew, and starts afresh when it does not fit', () => {
  show({ answer: { checked: [true, false, true], isOpen: false }, right: true });
  expect(stage.host.textContent).toContain('Right.');
  show({ answer: { checked: [true, true, true], isOpen: false }, right: true });
  expect(stage.host.textContent).toContain('Not right yet');
  for (const answer of ['something else', null, { checked: [true] }, { entered: 3, isOpen: true }]) {
    show({ answer, right: true });
    expect(stage.host.textContent).not.toContain('Right.');
    expect(boxes().every(({ checked }) => !checked)).toBe(true);
  }
});
