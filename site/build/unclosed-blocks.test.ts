import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ErrorList } from './author-errors.ts';
import { splitFrontMatter } from './front-matter.ts';
import { parseMarkdown } from './markdown.ts';

function unclosed(markdown: string): readonly (readonly [number, string])[] {
  const errors = new ErrorList('lesson.md');
  parseMarkdown(markdown, errors);
  return errors.errors
    .filter(({ message }) => message.includes('never closed'))
    .map(({ line, message }) => [line, /`(\w+)`/.exec(message)?.[1] ?? '']);
}

describe('a block that is never closed is named where it opens', () => {
  it.each<readonly [string, string, readonly [number, string]]>([
    ['at the end', 'text\n\n:::note\nwords\n', [3, 'note']],
    ['before another block', ':::note\nwords\n\n:::program{#a}\nwords\n:::\n', [1, 'note']],
    ['within a block', '::::quiz{#q}\n\n:::question{#a}\nwords\n::::\n', [3, 'question']],
    ['around blocks', 'text\n\n::::quiz{#q}\n:::question{#a}\nwords\n:::\n', [3, 'quiz']],
  ])('%s', (_where, markdown, place) => {
    expect(unclosed(markdown)).toEqual([place]);
  });

  it('and none is that is closed, in any lesson', () => {
    const course = join(import.meta.dirname, '../../lessons');
    const lessons = readdirSync(course, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /lesson(\.\w+)?\.md$/.test(path),
    );
    expect(lessons.length).toBeGreaterThan(12);
    for (const path of lessons) {
      const { markdown = '' } = splitFrontMatter(readFileSync(join(course, path), 'utf8')) ?? {};
      expect([path, unclosed(markdown)]).toEqual([path, []]);
    }
  });
});
