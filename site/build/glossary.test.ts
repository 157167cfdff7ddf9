import { describe, expect, it } from 'vitest';
import { ErrorList, LessonBuildError } from './author-errors.ts';
import { compileLesson } from './compile-lesson.ts';
import { findTerm, lostLessons, readGlossary } from './glossary.ts';
import { emptyFolder, exampleTools } from './testing-tools.ts';

const yaml = `terms:
  - term: page
    also: [pages]
    text: The unit of a memory's size. A memory has \`pages\`.
    lesson: pages-and-growth
  - term: Byte offset
    text: Where a byte lies. It counts from 0.
`;
const read = (text: string) => {
  const errors = new ErrorList('glossary.yaml');
  return { terms: readGlossary(text, errors), errors: errors.errors };
};

describe('a glossary', () => {
  it('has its terms in the order of the alphabet, and finds each by any form', () => {
    const { terms, errors } = read(yaml);
    expect(errors).toEqual([]);
    expect(terms.map(({ id }) => id)).toEqual(['term-byte-offset', 'term-page']);
    expect(findTerm(terms, 'Pages')?.term).toBe('page');
    expect(findTerm(terms, 'byte  offset')?.term).toBe('Byte offset');
    expect(findTerm(terms, 'book')).toBeNull();
  });

  it('refuses a form twice, unknown keys, and lessons that are not there', () => {
    expect(read(`${yaml}  - term: PAGES\n    text: Again.\n`).errors).toMatchObject([
      { line: 8, message: '`pages` is a form of `page` already; remove one of them' },
    ]);
    expect(read(`${yaml}  - term: page\n    text: Again.\n`).errors).toMatchObject([{ line: 8 }]);
    expect(read('terms:\n  - term: a\n    text: b\n    tekst: c\n').errors[0]?.message).toContain('`tekst`');
    const { terms } = read(yaml);
    expect(lostLessons(yaml, 'glossary.yaml', terms, ['linear-memory'])).toMatchObject([{ line: 2 }]);
    expect(lostLessons(yaml, 'glossary.yaml', terms, ['pages-and-growth'])).toEqual([]);
  });

  it('explains its words where lessons mention them', async () => {
    const tools = await exampleTools({ glossary: read(yaml).terms });
    const lesson = (prose: string) =>
      `---\ntitle: A\nsummary: A.\nlevel: beginner\nminutes: 5\ngoals: [Do this, Do that]\n---\n\n${prose}\n`;
    const { blocks } = await compileLesson(
      lesson('Many :term[pages], and a :term[sheet]{of="page"}.'),
      emptyFolder,
      'lesson.md',
      tools,
    );
    const html = blocks[0]?.kind === 'prose' ? blocks[0].html : '';
    expect(html).toContain('popovertarget="term-page"');
    expect(html).toContain('aria-describedby="term-page-2"');
    expect(html).toContain('A memory has <code>pages</code>.');
    const broken = compileLesson(lesson('A :term[pagge].'), emptyFolder, 'lesson.md', tools);
    await expect(broken).rejects.toThrow(LessonBuildError);
    await expect(broken).rejects.toThrow('lesson.md:9:3: error: the glossary has no term `pagge`; write `page`');
    const foreign = await compileLesson(lesson('A :term[pagge].'), emptyFolder, 'lesson.md', {
      ...tools,
      unknownTerms: 'remarked',
    });
    expect(foreign.remarks).toMatchObject([{ line: 9, message: 'the glossary has no term `pagge`; write `page`' }]);
    expect(foreign.blocks).toMatchObject([{ html: expect.stringContaining('A <span>pagge</span>.') }]);
    const both = compileLesson(lesson('A :term[pagge], :nothing[here].'), emptyFolder, 'lesson.md', {
      ...tools,
      unknownTerms: 'remarked',
    });
    await expect(both).rejects.toMatchObject({ errors: [{ line: 9 }], remarks: [{ line: 9, column: 3 }] });
  });
});
