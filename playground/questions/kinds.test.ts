import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Html } from '../lesson/html.ts';
import type {
  BytesQuestion,
  ChoiceQuestion,
  ChoicesQuestion,
  MatchQuestion,
  OrderQuestion,
} from '../lesson/question.ts';
import { bytes } from './bytes/bytes.ts';
import { choice } from './choice/choice.ts';
import { choices } from './choices/choices.ts';
import { match } from './match/match.ts';
import { moveEntry, order } from './order/order.ts';
import type { Grade } from './question-kind.ts';

const html = (text: string) => text as Html;
const asked = { id: 'q', prompt: html('?'), explanation: null };
const feedback = ({ remarks }: Grade) => remarks.map((remark) => remark.html);
const option = (right: boolean, feedback: string) => ({ html: html(feedback), right, feedback: html(feedback) });

describe('choice', () => {
  const question: ChoiceQuestion = { kind: 'choice', ...asked, options: [option(false, 'a'), option(true, 'b')] };

  it('is right for the right option, and tells why either way', () => {
    expect(choice.grade(question, 1)).toMatchObject({ right: true, parts: ['open', 'right'] });
    expect(feedback(choice.grade(question, 1))).toEqual(['b']);
    expect(choice.grade(question, 0)).toMatchObject({ right: false, parts: ['wrong', 'open'] });
    expect(feedback(choice.grade(question, 0))).toEqual(['a']);
  });

  it('wants an option, and restores only one that is there', () => {
    expect(choice.missing(question, null)).not.toBeNull();
    expect(choice.restore(question, 1)).toBe(1);
    for (const kept of [2, -1, 0.5, '1', null, {}]) expect(choice.restore(question, kept)).toBeNull();
  });
});

describe('choices', () => {
  const options = [option(true, 'a'), option(false, 'b'), option(true, 'c')];
  const question: ChoicesQuestion = { kind: 'choices', ...asked, options };

  it('is right only for exactly the right set; each wrong choice has its feedback, what was left out is not told', () => {
    fc.assert(
      fc.property(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), (answer) => {
        const grade = choices.grade(question, answer);
        const isRight = options.every(({ right }, index) => right === answer[index]);
        const told = options.filter(({ right }, index) => answer[index] && right === isRight);
        expect(grade.right).toBe(isRight);
        expect(feedback(grade)).toEqual(told.map((each) => each.feedback));
      }),
    );
  });

  it('says how many are wrong and how many are missing', () => {
    expect(choices.grade(question, [true, true, false])).toMatchObject({
      parts: ['right', 'wrong', 'open'],
      summary: 'One choice is wrong. One right answer is missing.',
    });
  });

  it('restores only as many answers as there are options', () => {
    expect(choices.restore(question, [true, false, true])).toEqual([true, false, true]);
    for (const kept of [[true], [true, false, 1], 'x', null]) expect(choices.restore(question, kept)).toBeNull();
  });
});

describe('bytes', () => {
  const question: BytesQuestion = {
    kind: 'bytes',
    ...asked,
    answer: [0x2a, 1],
    place: null,
    mistakes: [{ bytes: [1, 0x2a], feedback: html('turned round') }],
    otherwise: html('other'),
  };

  it('compares byte by byte, whatever the case of the digits', () => {
    expect(bytes.grade(question, ['2a', '01']).right).toBe(true);
    expect(bytes.grade(question, ['2A', '02'])).toMatchObject({
      right: false,
      parts: ['right', 'wrong'],
      summary: '1 of 2 bytes is right.',
    });
    expect(feedback(bytes.grade(question, ['2A', '02']))).toEqual(['other']);
    expect(feedback(bytes.grade(question, ['01', '2A']))).toEqual(['turned round']);
  });

  it('wants two digits in every box', () => {
    expect(bytes.missing(question, ['2A', '1'])).toContain('Byte 2');
    expect(bytes.missing(question, ['2A', '01'])).toBeNull();
    for (const kept of [['2A'], ['2A', 'xx'], ['2A', '011'], 5]) expect(bytes.restore(question, kept)).toBeNull();
  });
});

describe('order', () => {
  const entries = ['a', 'b', 'c', 'd'].map((text) => ({ html: html(text), feedback: html(`${text}!`) }));
  const question: OrderQuestion = { kind: 'order', ...asked, entries, shown: [1, 0, 3, 2] };

  it('is right in the right order; entries that stand wrong have their feedback', () => {
    expect(order.grade(question, [0, 1, 2, 3]).right).toBe(true);
    const grade = order.grade(question, [0, 2, 1, 3]);
    expect(grade).toMatchObject({ right: false, parts: ['right', 'wrong', 'wrong', 'right'] });
    expect(feedback(grade)).toEqual(['c!', 'b!']);
  });

  it('restores only a permutation', () => {
    expect(order.restore(question, [3, 2, 1, 0])).toEqual([3, 2, 1, 0]);
    for (const kept of [
      [0, 0, 1, 2],
      [0, 1],
      ['0', 1, 2, 3],
    ])
      expect(order.restore(question, kept)).toBeNull();
  });

  it('moves an entry past places that are fixed, never off the list, and never loses one', () => {
    expect(moveEntry([0, 1, 2, 3], 0, 1, (place) => place === 1)).toEqual([2, 1, 0, 3]);
    const start = [0, 1, 2, 3];
    expect(moveEntry(start, 0, -1, () => false)).toBe(start);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(3), fc.constantFrom(1 as const, -1 as const))),
        fc.nat(15),
        (moves, fixed) => {
          const isFixed = (place: number) => ((fixed >> place) & 1) === 1;
          const end = moves
            .filter(([place]) => !isFixed(place))
            .reduce<readonly number[]>((now, [place, step]) => moveEntry(now, place, step, isFixed), start);
          expect([...end].sort()).toEqual(start);
          for (const place of start.filter(isFixed)) expect(end[place]).toBe(place);
        },
      ),
    );
  });
});

describe('match', () => {
  const pair = (left: string, right: string) => ({ left: html(left), right: html(right), feedback: html(`${left}!`) });
  const question: MatchQuestion = {
    kind: 'match',
    ...asked,
    pairs: [pair('a', '1'), pair('b', '2'), pair('c', '1')],
    shown: [1, 2, 0],
  };

  it('is right when each left side has its right side, also one that reads the same', () => {
    expect(match.grade(question, [2, 1, 0]).right).toBe(true);
    const grade = match.grade(question, [1, 0, 2]);
    expect(grade).toMatchObject({ right: false, parts: ['wrong', 'wrong', 'right'] });
    expect(feedback(grade)).toEqual(['a!', 'b!']);
  });

  it('says how many are missing', () => {
    expect(match.missing(question, [0, null, null])).toContain('2 are missing');
    expect(match.missing(question, [0, 1, 2])).toBeNull();
  });
});
