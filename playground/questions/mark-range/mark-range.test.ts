import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { MarkQuestion } from '../../lesson/question.ts';
import { mark } from './mark-range.ts';

const html = (text: string) => text as Html;
const question: MarkQuestion = {
  kind: 'mark',
  id: 'q',
  prompt: html('Which bytes are padding?'),
  explanation: null,
  memory: {
    program: 'p',
    pieces: [
      { address: 16, bytes: [1, 0, 0, 0] },
      { address: 32, bytes: [7, 7] },
    ],
  },
  answer: [17, 18, 19],
  mistakes: [{ addresses: [16, 17, 18, 19], feedback: html('the char itself') }],
  otherwise: html('other'),
};

it('is right for exactly these bytes, in whatever order they were marked', () => {
  const addresses = [16, 17, 18, 19, 32, 33];
  fc.assert(
    fc.property(fc.subarray(addresses, { minLength: 1 }), fc.nat(), (chosen, turn) => {
      const answer = [...chosen.slice(turn % chosen.length), ...chosen.slice(0, turn % chosen.length)];
      const grade = mark.grade(question, answer);
      const wrong = addresses.filter((address) => chosen.includes(address) !== question.answer.includes(address));
      expect(grade.right).toBe(wrong.length === 0);
      expect(grade.parts.filter((part) => part !== 'open')).toHaveLength(chosen.length);
    }),
  );
});

it('says how many are wrong and missing, and what was foreseen', () => {
  expect(mark.grade(question, [17, 32])).toMatchObject({
    parts: ['open', 'right', 'open', 'open', 'wrong', 'open'],
    summary: '1 byte is marked wrongly. 2 bytes are still missing.',
    remarks: [{ html: 'other' }],
  });
  expect(mark.grade(question, [19, 18, 17, 16]).remarks).toEqual([{ about: null, html: 'the char itself' }]);
});

it('restores only bytes that are shown, each once', () => {
  expect(mark.restore(question, [17, 33])).toEqual([17, 33]);
  for (const kept of [[15], [17, 17], [17.5], ['17'], 17, null]) expect(mark.restore(question, kept)).toBeNull();
  expect(mark.missing(question, [])).not.toBeNull();
});
