import { expect, it } from 'vitest';
import { listGlue, rowOf, sharesInWords } from './glue-listing.ts';

const text = 'a\nb\n\nc\nd\ne\nf';

it('shows what is reached, with its numbers, and says what it leaves out', () => {
  const listing = listGlue({
    text,
    shown: [
      [2, 2],
      [4, 5],
    ],
  });
  expect(listing.text).toBe('// … 1 line left out\nb\nc\nd\n// … 2 lines left out');
  expect(listing.numbers).toEqual([null, 2, 4, 5, null]);
  expect(sharesInWords(listing)).toBe('3 of 7 lines');
  expect(rowOf(listing, 4)).toBe(3);
  expect(rowOf(listing, 6)).toBeNull();
});

it('shows all of it, or nothing', () => {
  expect(listGlue({ text, shown: [[1, 7]] })).toMatchObject({ text, shownLines: 7 });
  expect(listGlue({ text, shown: [] })).toMatchObject({
    text: '// … 7 lines left out',
    numbers: [null],
    shownLines: 0,
  });
});
