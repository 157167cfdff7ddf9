// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { BytesQuestion } from '../../lesson/question.ts';
import { testStage } from '../../panels/test-stage.ts';
import type { BytesAnswer } from './bytes.ts';
import { BytesFields } from './bytes-fields.tsx';

const html = (text: string) => text as Html;
const question: BytesQuestion = {
  kind: 'bytes',
  id: 'q',
  prompt: html('Which?'),
  explanation: null,
  answer: [0x2a, 1],
  mistakes: [],
  otherwise: html('other'),
  place: null,
};
const stage = testStage();

/** Renders two bytes; what is typed comes back to them. Gives what was entered last. */
function show(): () => BytesAnswer {
  let entered: BytesAnswer = ['', ''];
  const render = (answer: BytesAnswer) =>
    stage.root.render(
      <BytesFields
        question={question}
        answer={answer}
        grade={null}
        isOpen
        problemId={null}
        onChange={(next) => {
          entered = next;
          render(next);
        }}
      />,
    );
  act(() => render(entered));
  return () => entered;
}
const field = (index: number) => stage.host.querySelectorAll('input')[index] as HTMLInputElement;
const type = (index: number, text: string) =>
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(index), text);
    field(index).dispatchEvent(new Event('input', { bubbles: true }));
  });
const paste = (index: number, text: string) =>
  act(() => {
    const event = new Event('paste', { bubbles: true, cancelable: true });
    field(index).dispatchEvent(Object.assign(event, { clipboardData: { getData: () => text } }));
  });

it('takes the 0x that a byte may begin with for no digit of it', () => {
  const entered = show();
  type(0, '0');
  type(0, '0x');
  expect(entered()).toEqual(['', '']);
  type(0, '2a');
  expect(entered()).toEqual(['2A', '']);
});

it('fills from what is pasted, one byte or all', () => {
  const entered = show();
  paste(1, '0x01\n');
  expect(entered()).toEqual(['', '01']);
  paste(1, '２Ａ 02');
  expect(entered()).toEqual(['2A', '02']);
});
