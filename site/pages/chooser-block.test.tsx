// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { Chooser, ChooserStep } from '../../playground/lesson/chooser.ts';
import type { Html } from '../../playground/lesson/html.ts';
import { testStage } from '../../playground/panels/test-stage.ts';
import { ChooserBlock } from './chooser-block.tsx';

const stage = testStage();

const html = (text: string) => text as Html;
const advice = (text: string): ChooserStep => ({ text: html(`<p>${text}</p>`), question: null, answers: [] });
const ask = (question: string, answers: Readonly<Record<string, ChooserStep>>): ChooserStep => ({
  text: html(''),
  question: html(question),
  answers: Object.entries(answers).map(([label, next]) => ({ label: html(label), next })),
});
const chooser: Chooser = {
  id: 'way',
  title: 'Which way?',
  first: ask('How large?', {
    Small: advice('Copy it.'),
    Large: ask('How often?', { Once: advice('Copy it once.'), Always: advice('Keep it.') }),
  }),
};

const show = () => act(() => stage.root.render(<ChooserBlock chooser={chooser} onShow={() => undefined} />));
const questions = () => [...stage.host.querySelectorAll('legend')].map((legend) => legend.textContent);
const advised = () => stage.host.querySelector('[role=status]')?.textContent;
const chosen = () => stage.host.querySelectorAll('input:checked').length;
const choose = (name: string) =>
  act(() => [...stage.host.querySelectorAll('label')].find((each) => each.textContent.trim() === name)?.click());

it('asks one question after the other, and advises; another answer leads elsewhere', () => {
  show();
  expect([questions(), advised()]).toEqual([['How large?'], '']);
  choose('Large');
  expect([questions(), advised()]).toEqual([['How large?', 'How often?'], '']);
  choose('Always');
  expect(advised()).toBe('Keep it.');
  choose('Small');
  expect([questions(), advised()]).toEqual([['How large?'], 'Copy it.']);
  choose('Large');
  expect([questions(), advised(), chosen()]).toEqual([['How large?', 'How often?'], '', 1]);
  act(() => stage.host.querySelector('button')?.click());
  expect([questions(), chosen()]).toEqual([['How large?'], 0]);
});

it('has all of it as lists, for paper', () => {
  show();
  expect(stage.host.querySelector('.chooser-whole')?.textContent).toBe(
    'How large?SmallCopy it.LargeHow often?OnceCopy it once.AlwaysKeep it.',
  );
});
