import { expect, it } from 'vitest';
import { ownGlossary } from './own-glossary.ts';

it('is read beside the lesson, with what is wrong in it', () => {
  const path = 'glossary.yaml';
  expect(ownGlossary([{ path: 'lesson.md', text: '' }])).toEqual({ terms: [], errors: [] });
  expect(ownGlossary([{ path, text: 'terms:\n  - term: ring\n    text: It wraps.\n' }])).toMatchObject({
    terms: [{ term: 'ring' }],
    errors: [],
  });
  expect(ownGlossary([{ path, text: 'terms: none\n' }])).toMatchObject({
    terms: [],
    errors: [{ file: path, line: 1 }],
  });
});
