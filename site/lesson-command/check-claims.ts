import { basename, dirname, resolve } from 'node:path';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import { parseMarkdown } from '../build/markdown.ts';
import { suggest } from '../build/nearest.ts';

/** What a lesson has that others can point to. */
export interface LessonNames {
  /** Every id on its page. */
  readonly ids: ReadonlySet<string>;
  /** Ids of its programs and exercises. */
  readonly programs: ReadonlySet<string>;
}

/**
 * Checks the table of what a course claims: every row has the claim, a link to the heading that teaches it, and the program
 * that shows it. `lessons` are by the absolute path of their `lesson.md`.
 */
export function checkClaims(
  source: string,
  { path, name }: { readonly path: string; readonly name: string },
  lessons: ReadonlyMap<string, LessonNames>,
): readonly AuthorError[] {
  const errors = new ErrorList(name);
  const taught = new Set<string>();
  const claims = new Set<string>();
  visit(parseMarkdown(source, new ErrorList('')), 'table', ({ children: [, ...rows] }) => {
    for (const row of rows) {
      const [claim, place, shown] = row.children;
      const text = claim ? plainText(claim).trim() : '';
      if (text === '') errors.at(row, 'a row begins with what is claimed');
      else if (claims.has(text)) errors.at(row, 'this claim has a row already');
      claims.add(text);
      const link = place?.children.find((node) => node.type === 'link');
      const [file = '', anchor = ''] = link?.url.split('#') ?? [];
      const lesson = resolve(dirname(path), file);
      const names = lessons.get(lesson);
      if (!names) {
        errors.at(row, `the second cell links to a heading of a lesson; \`${link?.url ?? ''}\` is none`);
        continue;
      }
      taught.add(lesson);
      if (!names.ids.has(anchor))
        errors.at(row, `nothing there has the id \`${anchor}\`; ${suggest(anchor, [...names.ids])}`);
      const program = shown?.children.find((node) => node.type === 'inlineCode')?.value ?? '';
      if (!names.programs.has(program))
        errors.at(
          row,
          `the third cell names a program or an exercise of that lesson; \`${program}\` is none; ${suggest(program, [...names.programs])}`,
        );
    }
  });
  for (const lesson of lessons.keys())
    if (!taught.has(lesson))
      errors.add(1, 1, `no row is about ${basename(dirname(lesson))}: give each thing it claims one`);
  return errors.errors;
}
