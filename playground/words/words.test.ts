import { expect, it } from 'vitest';
import { english } from './english.ts';
import { german } from './german.ts';
import { wordsIn } from './words.ts';

/** Every text of a table with its place; those that take a number are left out. */
const texts = (value: unknown, path = ''): readonly (readonly [path: string, text: string])[] =>
  typeof value === 'object'
    ? Object.entries(value ?? {}).flatMap(([key, each]) => texts(each, `${path}.${key}`))
    : typeof value === 'string'
      ? [[path, value]]
      : [];

/** What reads the same in both, and what only one has to say. */
const shared = ['.home.translated', '.lesson.figure.heads.2', '.question.mark.label'];

it('says everything in German that it says in English', () => {
  const own = Object.fromEntries(texts(german));
  for (const [path, text] of texts(english)) {
    if (shared.includes(path)) continue;
    expect(own[path], path).not.toBe('');
    expect(own[path], path).not.toBe(text);
  }
});

it('counts one thing as one', () => {
  expect(german.question.parts(1, 3, 'places')).toBe('1 von 3 Plätzen ist richtig.');
  expect(german.question.parts(0, 1, 'bytes')).toBe('0 von 1 Byte sind richtig.');
  expect(german.question.mark.wrong(1)).toBe('1 Byte ist zu Unrecht markiert.');
});

it('speaks English where it does not know a language', () => {
  expect(wordsIn('de')).toBe(german);
  for (const language of ['en', 'fr', 'toString', '__proto__']) expect(wordsIn(language).language).toBe('en');
});
