import { describe, expect, it } from 'vitest';
import type { Html } from '../../lesson/html.ts';
import type { NumberQuestion } from '../../lesson/question.ts';
import { number } from './number.ts';
import { readNumber } from './read-number.ts';

const html = (text: string) => text as Html;
const question: NumberQuestion = {
  kind: 'number',
  id: 'q',
  prompt: html('?'),
  explanation: null,
  answer: 1584,
  unit: null,
  notation: 'any',
  mistakes: [{ value: 1585, feedback: html('one too many') }],
  otherwise: html('look again'),
};

describe('a typed number', () => {
  it.each([
    ['1584', 'any', 1584],
    [' 0x630 ', 'any', 1584],
    ['0b110', 'any', 6],
    ['262,144', 'any', 262_144],
    ["65'536", 'any', 65_536],
    ['1_000', 'decimal', 1000],
    ['630', 'hex', 1584],
    ['-0x10', 'hex', -16],
    ['2.5', 'any', 2.5],
    ['0X 06 30', 'any', 1584],
    ['06 3F', 'hex', 1599],
    ['0b0110_0011 0000', 'any', 1584],
    ['１５８４', 'decimal', 1584],
    ['007\n', 'decimal', 7],
    ['+7', 'any', 7],
    ['− 16', 'any', -16],
  ] as const)('%s in notation %s is %d', (text, notation, value) => {
    expect(readNumber(text, notation)).toEqual({ value });
  });

  it.each([
    ['4 bytes', 'bytes', 4],
    ['1 byte', 'bytes', 1],
    ['0x10 B', 'bytes', 16],
    ['0x1B', 'bytes', 27],
    ['256 KiB', 'bytes', 262_144],
    ['1.5MiB', 'Bytes', 1_572_864],
    ['2 Page', 'pages', 2],
    ['0xA', 'pages', 10],
  ] as const)('%s of %s is %d', (text, unit, value) => {
    expect(readNumber(text, 'any', unit)).toEqual({ value });
  });

  it('asks which is meant where a unit has two meanings', () => {
    for (const text of ['256 KB', '256kB', '1 MB'])
      expect(readNumber(text, 'any', 'bytes')).toMatchObject({ problem: expect.stringContaining('Write KiB') });
    expect(readNumber('256 KiB', 'any', 'pages')).toHaveProperty('problem');
  });

  it.each([
    ['', 'any'],
    ['1 2', 'any'],
    ['sixteen', 'any'],
    ['0x', 'any'],
    ['0x630', 'decimal'],
    ['12g', 'hex'],
    ['1,', 'any'],
    ['4 bytes', 'any'],
  ] as const)('"%s" in notation %s is refused with words', (text, notation) => {
    expect(readNumber(text, notation)).toHaveProperty('problem');
  });

  it('is right whatever its notation, and a foreseen mistake has its own feedback', () => {
    expect(number.grade(question, '0x630').right).toBe(true);
    expect(number.grade(question, '1.584').right).toBe(true);
    expect(number.grade({ ...question, answer: 1.584 }, '1.584').right).toBe(true);
    expect(number.grade(question, '1585').remarks).toEqual([{ about: null, html: 'one too many' }]);
    expect(number.grade(question, '7').remarks).toEqual([{ about: null, html: 'look again' }]);
  });
});
