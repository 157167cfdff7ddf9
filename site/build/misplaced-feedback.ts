import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ErrorList } from './author-errors.ts';

/**
 * Names feedback that is not indented, and so ends the list that it belongs to. It is put where it belongs: otherwise every
 * answer after it would be told as missing.
 */
export function mendMisplacedFeedback(tree: Root, errors: ErrorList): void {
  visit(tree, 'containerDirective', (node) => {
    if (node.name !== 'question' && node.name !== 'checks') return;
    for (let index = 1; index < node.children.length; index++) {
      const [list, quotation, rest] = node.children.slice(index - 1, index + 2);
      if (list?.type !== 'list' || quotation?.type !== 'blockquote') continue;
      errors.at(
        quotation,
        'indent this by two spaces (after `1.` by three), so that it belongs to what stands before it',
      );
      list.children.at(-1)?.children.push(quotation);
      if (rest?.type === 'list') list.children.push(...rest.children);
      node.children.splice(index, rest?.type === 'list' ? 2 : 1);
      index--;
    }
  });
}
