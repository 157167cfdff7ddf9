import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ErrorList } from './author-errors.ts';
import type { ContainerDirective } from './directives.ts';

/**
 * Names each block that is never closed where it opens. The parser takes the next line of colons that is long enough,
 * so that what lacks one is often a block around it or within it.
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
  visit(tree, 'containerDirective', (node, _index, parent) => {
    const { opening, closing } = fences(node);
    if (closing > opening) overClosed.push(node);
    if (closing > 0) return;
    const around = parent?.type === 'containerDirective' ? parent : null;
    const stole = around && fences(around).closing > 0 && fences(around).opening <= opening;
    open.push(stole ? around : node);
  });
  if (open.length === 0) return;
  for (const node of new Set(overClosed.length > 0 ? overClosed : open)) {
    const colons = ':'.repeat(fences(node).opening);
    errors.at(node, `the block \`${node.name}\` is never closed; write \`${colons}\` on a line of its own after it`);
  }
}
