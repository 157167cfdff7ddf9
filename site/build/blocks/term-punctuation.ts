import type { Element, ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { element, words } from '../html-element.ts';

/**
 * Keeps the mark that follows a term, such as a full stop, on the term's line. A term is a button, and lines may break
 * behind a button whatever follows it.
 */
export function keepMarksWithTerms(tree: Root): void {
  visit(tree, (node) => {
    if (node.type !== 'root' && node.type !== 'element') return;
    if (node.type === 'element' && hasClass(node, 'unbroken')) return SKIP;
    for (let index = 0; index + 1 < node.children.length; index++) {
      const term = node.children[index];
      const next = node.children[index + 1];
      if (term?.type !== 'element' || next?.type !== 'text' || !endsWithTerm(term)) continue;
      const mark = /^[.,:;!?)]+/.exec(next.value)?.[0];
      if (!mark) continue;
      next.value = next.value.slice(mark.length);
      node.children[index] = element('span', { className: ['unbroken'] }, [term, words(mark)]);
    }
    return;
  });
}

/** The term itself, or emphasis around it. */
function endsWithTerm(node: ElementContent | undefined): boolean {
  if (node?.type !== 'element') return false;
  return (
    hasClass(node, 'term-place') || (['strong', 'em'].includes(node.tagName) && endsWithTerm(node.children.at(-1)))
  );
}

const hasClass = ({ properties: { className } }: Element, name: string): boolean =>
  Array.isArray(className) && className.includes(name);
