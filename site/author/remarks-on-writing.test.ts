import { describe, expect, it } from 'vitest';
import { remarksOnWriting } from './remarks-on-writing.ts';

describe('what is said of a lesson that is being written', () => {
  it('tells its length, its minutes and what its quiz lacks, at their lines', () => {
    const frontMatter =
      '---\ntitle: Short\nsummary: A short one.\nlevel: beginner\nminutes: 60\ngoals: [Read, Wait]\n---\n';
    const told = remarksOnWriting(`${frontMatter}\nThree words here. :::\n`);
    expect(told.map(({ line, message }) => `${line}: ${message.split(/[;,:]/)[0]}`)).toEqual([
      '5: `minutes',
      '2: the text has 3 words',
      '2: a lesson asks at least 4 questions of at least 3 kinds',
    ]);
  });

  it('tells of a text without front matter at its first line', () => {
    expect(remarksOnWriting('Word').map(({ line, message }) => `${line}: ${message.slice(0, 20)}`)).toEqual([
      '1: the text has 1 word,',
      '1: a lesson asks at lea',
    ]);
  });

  it('says nothing of minutes where the front matter cannot be read', () => {
    expect(remarksOnWriting('---\nminutes: many\n---\n').map(({ message }) => message.slice(0, 12))).toEqual([
      'the text has',
      'a lesson ask',
    ]);
  });
});
