import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Heading } from '../../playground/lesson/lesson.ts';
import type { ErrorList } from './author-errors.ts';

/** Gives every heading an id made of its words, and lists those of the second level; two that are alike are an error. */
export function nameHeadings(tree: Root, ids: Set<string>, errors?: ErrorList): readonly Heading[] {
  const headings: Heading[] = [];
  const lines = new Map<string, number>();
  visit(tree, 'heading', (node) => {
    const text = plainText(node);
    const slug = slugOf(text);
    const first = lines.get(slug);
    if (first !== undefined)
      errors?.at(
        node,
        `line ${first} has this heading already; write another, so that links and search tell them apart`,
      );
    else lines.set(slug, node.position?.start.line ?? 1);
    // A translation's heading has that of the original.
    const given = node.data?.hProperties?.id;
    const id = typeof given === 'string' ? given : freeId(slug, ids);
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
