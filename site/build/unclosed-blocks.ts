import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ErrorList } from './author-errors.ts';
import type { ContainerDirective } from './directives.ts';
import { ownBlocks } from './to-html.ts';

/**
 * Names each block that is never closed where it opens. The parser takes the next line of colons that is long enough,
 * so that what lacks one is often a block around it or within it. What follows an unclosed block is taken out of it, so that
 * nothing more is said of that.
 */
export function nameUnclosedBlocks(tree: Root, markdown: string, errors: ErrorList): void {
  const fences = (node: ContainerDirective) => {
    const text = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    return {
      opening: /^:+/.exec(text)?.[0].length ?? 0,
      closing: /\n[ \t]*(:{3,})[ \t]*$/.exec(text)?.[1]?.length ?? 0,
    };
  };
  const open: ContainerDirective[] = [];
  const overClosed: ContainerDirective[] = [];
  const tooLong: { readonly node: ContainerDirective; readonly end: number }[] = [];
  visit(tree, 'containerDirective', (node, _index, parent) => {
    const { opening, closing } = fences(node);
    if (closing > opening) overClosed.push(node);
    if (closing > 0) return;
    const around = parent?.type === 'containerDirective' ? parent : null;
    const stole = around && fences(around).closing > 0 && fences(around).opening <= opening;
    const meant = stole ? around : node;
    open.push(meant);
    const end = meant.children.findIndex(endsText);
    if (end >= 0 && tree.children.includes(meant)) tooLong.push({ node: meant, end });
  });
  if (open.length === 0) return;
  for (const { node, end } of tooLong)
    tree.children.splice(tree.children.indexOf(node) + 1, 0, ...node.children.splice(end));
  for (const node of new Set(overClosed.length > 0 ? overClosed : open)) {
    const colons = ':'.repeat(fences(node).opening);
    errors.at(node, `the block \`${node.name}\` is never closed; write \`${colons}\` on a line of its own after it`);
  }
}

/** A heading, or a block that no other contains: there, a block has surely ended. */
const endsText = (node: RootContent): boolean =>
  node.type === 'heading' || (node.type === 'containerDirective' && ownBlocks.includes(node.name));
