import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Heading } from '../../playground/lesson/lesson.ts';

/** Gives every heading an id made of its words, and lists those of the second level. */
export function nameHeadings(tree: Root, ids: Set<string>): readonly Heading[] {
  const headings: Heading[] = [];
  visit(tree, 'heading', (node) => {
    const text = plainText(node);
    // A translation's heading has that of the original.
    const given = node.data?.hProperties?.id;
    const id = typeof given === 'string' ? given : freeId(slugOf(text), ids);
    ids.add(id);
    node.data = { ...node.data, hProperties: { id } };
    if (node.depth === 2) headings.push({ id, text });
  });
  return headings;
}

function slugOf(text: string): string {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? ['section'];
  return words.join('-');
}

/** The name, or the name with a number that makes it new. */
export function freeId(slug: string, ids: ReadonlySet<string>): string {
  if (!ids.has(slug)) return slug;
  let number = 2;
  while (ids.has(`${slug}-${number}`)) number++;
  return `${slug}-${number}`;
}
