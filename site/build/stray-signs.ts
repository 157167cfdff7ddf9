import type { Paragraph, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { ErrorList } from './author-errors.ts';

/** Characters that show nothing, but break words, searches and names: soft hyphen, zero-width space, word joiner, marks of direction, BOM. */
const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** A word with such a character. */
export const withInvisible = new RegExp(`\\S*${invisible.source}\\S*`, 'gu');

/** Tells what no reader of the source sees, at its place; `lines` of code are left to their compiler. */
export function nameInvisible(text: string, firstLine: number, errors: ErrorList, lines = new Set<number>()): void {
  for (const [index, line] of text.split('\n').entries()) {
    const number = firstLine + index;
    if (lines.has(number)) continue;
    for (const { 0: sign, index: at } of line.matchAll(invisible)) {
      const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      errors.add(number, at + 1, `an invisible character (U+${code}) stands here; delete it`);
    }
  }
}

/** Tells invisible characters in a lesson's prose, and backticks that begin or end no code. */
export function nameStraySigns(tree: Root, markdown: string, errors: ErrorList): void {
  const code = new Set<number>();
  visit(tree, 'code', ({ position }) => {
    for (let line = position?.start.line ?? 1; line <= (position?.end.line ?? 0); line++) code.add(line);
  });
  nameInvisible(markdown, 1, errors, code);
  visit(tree, (node) => {
    // A `|` within code ends a cell, and is told as too many of them.
    if (node.type === 'table' && node.children.some((row) => row.children.length !== node.children[0]?.children.length))
      return SKIP;
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      nameStrayBacktick(node, markdown, errors);
  });
}

/** The first backtick of a text that has no partner; where a wrong sign was to end code, at that code. */
function nameStrayBacktick(node: Pick<Paragraph, 'children'>, markdown: string, errors: ErrorList): void {
  for (const child of node.children) {
    const { start, end } = child.position ?? {};
    if (!start || !end) continue;
    const source = markdown.slice(start.offset, end.offset);
    const isMisled = child.type === 'inlineCode' && /´/.test(child.value) && !/^´+$/.test(child.value);
    const at = isMisled ? 0 : child.type === 'text' ? source.search(/(?<!\\)`/) : -1;
    if (at < 0) continue;
    const before = source.slice(0, at).split('\n');
    const column = before.length === 1 ? start.column + at : (before.at(-1)?.length ?? 0) + 1;
    errors.add(
      start.line + before.length - 1,
      column,
      'the code that begins or ends at this backtick has no other; write one before and one after it, and `\\`` for the sign itself',
    );
    return;
  }
}
