import type { Nodes, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';

/** A lesson's text from one heading to the next, as search sees it. */
export interface Section {
  /** The heading's id; null before the first. */
  readonly id: string | null;
  readonly title: string;
  /** Without code, questions and exercises. */
  readonly text: string;
}

/** Takes a compiled lesson apart at its headings: they have their ids, and values are filled in. */
export function sectionsOf({ children }: Root): readonly Section[] {
  const sections: Section[] = [];
  let current: { id: string | null; title: string; texts: string[] } = { id: null, title: '', texts: [] };
  const end = (): void => {
    const text = current.texts.join(' ').replaceAll(/\s+/g, ' ').trim();
    if (current.id !== null || text !== '') sections.push({ id: current.id, title: current.title, text });
  };
  for (const node of children) {
    if (node.type === 'heading') {
      end();
      current = { id: String(node.data?.hProperties?.id ?? ''), title: plainText(node), texts: [] };
    } else if (isProse(node)) current.texts.push(textOf(node));
  }
  end();
  return sections;
}

/** Words of prose, and the values in it where they are known by now. */
function textOf(node: Nodes): string {
  if (node.type === 'textDirective' && node.name === 'value') {
    const [value] = node.data?.hChildren ?? [];
    return value?.type === 'text' ? value.value : '…';
  }
  if (!('children' in node)) return 'value' in node ? node.value : '';
  const isLine = node.type === 'paragraph' || node.type === 'tableCell' || phrases.has(node.type);
  return node.children.map(textOf).join(isLine ? '' : ' ');
}

const phrases: ReadonlySet<string> = new Set(['emphasis', 'strong', 'delete', 'link', 'textDirective']);

const isProse = (node: RootContent): boolean =>
  node.type === 'containerDirective'
    ? ['note', 'chooser', 'measured'].includes(node.name)
    : node.type !== 'code' && node.type !== 'leafDirective';
