// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Html } from '../lesson/html.ts';
import type { ChoicesQuestion } from '../lesson/question.ts';
import type { SavedAnswer } from '../lesson/saved-work.ts';
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

let host: HTMLElement;
let root: Root;
beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

const show = (saved: SavedAnswer | null, onAnswer: (answer: SavedAnswer) => void = () => {}) =>
  act(() => root.render(<QuestionCard question={question} prompt="Which?" saved={saved} onAnswer={onAnswer} />));
const boxes = () => [...host.querySelectorAll('input')];
const press = (name: string) =>
  act(() => [...host.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());

it('grades, explains what was wrong, and asks only that again', () => {
  const answers: SavedAnswer[] = [];
  show(null, (answer) => answers.push(answer));
  act(() => boxes()[0]?.click());
  act(() => boxes()[1]?.click());
  press('Check');
  expect(answers).toEqual([{ answer: [true, true, false], right: false }]);
  expect(host.textContent).toContain('Not yet. 1 of 3 parts are right.');
  expect(host.textContent).toContain('two is wrong');
  expect(host.textContent).not.toContain('one is right');

  press('Try again');
  expect(boxes().map(({ disabled }) => disabled)).toEqual([true, false, false]);
  act(() => boxes()[1]?.click());
  act(() => boxes()[2]?.click());
  press('Check');
  expect(answers.at(-1)).toEqual({ answer: [true, false, true], right: true });
  expect(host.textContent).toContain('Right.');
  expect(host.textContent).toContain('Because.');
});

it('asks for an answer before it grades', () => {
  const onAnswer = vi.fn();
  show(null, onAnswer);
  press('Check');
  expect(onAnswer).not.toHaveBeenCalled();
  expect(host.querySelector('[role=status]')?.textContent).toContain('Choose at least one');
});

it('shows an answer that was kept, graded, and starts anew when it does not fit', () => {
  show({ answer: [true, false, true], right: true });
  expect(host.textContent).toContain('Right.');
  show({ answer: 'something else', right: true });
  expect(host.textContent).not.toContain('Right.');
  expect(boxes().every(({ checked }) => !checked)).toBe(true);
});
