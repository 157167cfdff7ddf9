import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchEntry } from '../../playground/lesson/search-entry.ts';
import { respelled } from './respell.ts';
import { searchCourse } from './search-course.ts';

const entry = (kind: SearchEntry['kind'], title: string, text: string, within = 'A lesson'): SearchEntry => ({
  kind,
  title,
  within,
  address: `${kind}/${title}`,
  text,
});
const entries = [
  entry('section', 'What free does', 'After `free`, the bytes of a view are not yours. Nothing traps.', 'Allocation'),
  entry('lesson', 'Detached views', 'A memory grows, and every older view goes blank.', ''),
  entry('term', 'view', 'A JavaScript object that says how bytes are read.', 'Glossary'),
  entry('question', 'Why is my array empty?', 'Its view was detached.', 'Detached views'),
  entry('section', 'Größe', 'Wie groß ein Speicher ist.', 'Linearer Speicher'),
];
const titles = (query: string) => searchCourse(entries, query).map(({ entry: { title } }) => title);

describe('a search over the course', () => {
  it('puts what is called so before what only mentions it', () => {
    expect(titles('view')).toEqual(['view', 'Detached views', 'What free does', 'Why is my array empty?']);
    expect(titles('Detached Views')[0]).toBe('Detached views');
  });

  it('takes beginnings of words, in any order, without case and accents', () => {
    expect(titles('byt fre')).toEqual(['What free does']);
    expect(titles('GROß')).toEqual(['Größe']);
    expect(titles('große')).toEqual(['Größe']);
  });

  it('finds something for any of the words, where nothing has all of them', () => {
    expect(titles('detached zebra')).toContain('Detached views');
    expect(titles('zebra')).toEqual([]);
    expect(titles('  ')).toEqual([]);
  });

  it('counts a rare word for more, where nothing has all of them', () => {
    const many = Array.from({ length: 20 }, () => entry('lesson', 'What a thing is', 'How to do it.'));
    const [best] = searchCourse(
      [...many, entry('section', 'Ghosts', 'They hold nothing.')],
      'what is how to do a ghost',
    );
    expect(best?.entry.title).toBe('Ghosts');
  });

  it.each([
    ['detatched view', 'detached view'],
    ['veiw', 'view'],
    ['bytess', 'bytes'],
    ['memoryless', 'memory'],
    ['detahced', 'detached'],
  ])('takes %j for %j', (query, meant) => {
    expect(respelled(entries, query)).toBe(meant);
  });

  it.each(['detach', 'zebra', 'xiew', 'vie', '', 'x'.repeat(400)])('leaves %j as it is', (query) => {
    expect(respelled(entries, query)).toBeNull();
  });

  it('shows the words in a piece of the text that is still the text', () => {
    const long = `${'Many words before. '.repeat(30)}Here the needle lies, ${'and many after it '.repeat(30)}`;
    const [result] = searchCourse([entry('section', 'Hay', long)], 'needle');
    const excerpt = result?.excerpt.map(({ text }) => text).join('') ?? '';
    expect(excerpt.length).toBeLessThan(125);
    expect(result?.excerpt.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['needle']);
    expect(long).toContain(excerpt.replaceAll('… ', '').replaceAll(' …', ''));
  });

  it('never loses or adds a letter of a title, whatever is searched for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        (query, title) => {
          for (const result of searchCourse([entry('term', title, title)], query)) {
            expect(result.title.map(({ text }) => text).join('')).toBe(title);
          }
        },
      ),
    );
  });
});
