import { expect, it } from 'vitest';
import { ErrorList } from './author-errors.ts';
import { findTerm, readGlossary } from './glossary.ts';
import { translateGlossary } from './translate-glossary.ts';

const original = readGlossary(
  'terms:\n  - term: page\n    also: [pages]\n    text: A unit.\n    lesson: growth\n  - term: view\n    text: A window.',
  new ErrorList('glossary.yaml'),
);

function translate(yaml: string) {
  const errors = new ErrorList('glossary.de.yaml');
  return { terms: translateGlossary(original, 'de', yaml, errors), errors: errors.errors };
}

it('takes the place of a term, which the words of both languages find; the rest stays as it is', () => {
  const { terms, errors } = translate(
    'terms:\n  - of: page\n    term: Seite\n    also: [Seiten]\n    text: Eine Einheit.',
  );
  expect(errors).toEqual([]);
  for (const word of ['Seite', 'seiten', 'page', 'pages'])
    expect(findTerm(terms, word)).toMatchObject({ id: 'term-page', term: 'Seite', language: 'de', lesson: 'growth' });
  expect(findTerm(terms, 'view')).toMatchObject({ text: 'A window.', language: 'en' });
});

it('says at its line what is no term, or translated twice', () => {
  const entry = (of: string) => `  - of: ${of}\n    term: Seite\n    text: Eine.`;
  const { errors } = translate(`terms:\n${entry('page')}\n${entry('paage')}`);
  expect(errors).toEqual([
    expect.objectContaining({ line: 5, message: 'the glossary has no term `paage` to be translated' }),
  ]);
  expect(translate(`terms:\n${entry('page')}\n${entry('pages')}`).errors[0]?.message).toContain('twice');
});
