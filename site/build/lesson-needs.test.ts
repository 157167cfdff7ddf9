import { describe, expect, it } from 'vitest';
import { wrongNeeds } from './lesson-needs.ts';

const slugs = ['first', 'second', 'third'];
const glossary = [{ id: 'term-page', term: 'page', also: ['pages'], text: 'A page.', language: 'en', lesson: null }];
const messages = (needs: string[], tags: string[], terms = glossary) =>
  wrongNeeds('lesson.md', '', 'second', { needs, tags }, slugs, terms).map(({ message }) => message);

describe('what a lesson builds on', () => {
  it('comes before it in the course', () => {
    expect(messages(['first'], ['pages'])).toEqual([]);
    expect(messages(['third'], [])).toEqual(['`needs`: the lesson `third` does not come before this one']);
    expect(messages(['second'], [])).toHaveLength(1);
    expect(messages(['frist'], [])).toEqual(['`needs`: there is no lesson `frist`; write `first`']);
  });

  it('is wrong where it stands', () => {
    const source = '---\ntitle: A third tag\nneeds:\n  - first\n  - third\ntags: [page, pagez]\n---\n';
    const wrong = wrongNeeds('lesson.md', source, 'second', { needs: ['third'], tags: ['pagez'] }, slugs, glossary);
    expect(wrong.map(({ line, column }) => [line, column])).toEqual([
      [5, 5],
      [6, 14],
    ]);
  });

  it('is named by terms of the glossary, where there is one', () => {
    expect(messages([], ['pagez'])[0]).toContain('the glossary has no term `pagez`');
    expect(messages([], ['anything'], [])).toEqual([]);
  });
});
