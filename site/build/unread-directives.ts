import type { Paragraph, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ErrorList } from './author-errors.ts';

/**
 * Tells what was meant as a block, or as its attributes, and is text to the parser: it would be printed as it stands, colons
 * and braces included.
 */
export function nameUnreadDirectives(tree: Root, markdown: string, errors: ErrorList): void {
  visit(tree, 'paragraph', (node) => linesOfColons(node, markdown, errors));
  visit(tree, 'code', (node) => {
    const isIndented =
      /^[ \t]/.test(markdown.slice(0, node.position?.start.offset).split('\n').at(-1) ?? '') ||
      /^[ \t]/.test(markdown.slice(node.position?.start.offset));
    if (isIndented && /^:{2,}[a-z]/.test(node.value) && !node.lang)
      errors.at(node, 'four spaces before a line make it code; write this block from the first column on');
  });
  visit(tree, 'textDirective', (node, index, parent) => {
    const end = node.position?.end;
    if (!end || markdown[end.offset ?? -1] !== '{') return;
    errors.add(end.line, end.column, `${unreadable} of \`${node.name}\``);
    // Without attributes it would be told again, for each that it needs.
    if (parent && index !== undefined) parent.children[index] = { type: 'text', value: '' };
  });
}

const unreadable =
  'a quote or a brace is missing here, or one too many: write `{name="…"}` with straight quotes, for the attributes';

/** The lines of a paragraph that begin with two colons or more: a block would not be in it. */
function linesOfColons(node: Paragraph, markdown: string, errors: ErrorList): void {
  const { start, end } = node.position ?? {};
  if (!start || !end) return;
  const code = node.children.filter(({ type }) => type === 'inlineCode');
  for (const [index, line] of markdown.slice(start.offset, end.offset).split('\n').entries()) {
    const at = start.line + index;
    const [, indent = '', colons = '', space = '', name = '', rest = ''] =
      /^([\s>]*)(:{2,})([ \t]*)([a-z]*)(.*?)\s*$/.exec(line) ?? [];
    const isCode = code.some(({ position }) => position && position.start.line < at && position.end.line >= at);
    if (colons === '' || isCode) continue;
    const column = (index === 0 ? start.column : 1) + indent.length;
    errors.add(at, column, wrongWith(colons, space, name, rest));
  }
}

function wrongWith(colons: string, space: string, name: string, rest: string): string {
  if (name === '')
    return `\`${colons}\` closes no block here; remove it, or give the block's first line as many colons`;
  if (space !== '') return `write \`${colons}${name}\`, without a space after the colons`;
  if (/^\s+[{[]/.test(rest)) return `write \`${colons}${name}{…}\`, without a space before the brace`;
  return rest.startsWith('{')
    ? `${unreadable} of \`${name}\``
    : `a block has a line of its own: write \`${colons}${name}{…}\`, with nothing else in that line`;
}
