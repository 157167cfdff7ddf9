import type { List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Html } from '../../../playground/lesson/html.ts';
import type { ErrorList } from '../author-errors.ts';
import type { TextNode } from '../directives.ts';
import type { ToHtml } from '../to-html.ts';

/** One list entry: what it says, and the quotation inside it. */
export interface Entry {
  readonly node: ListItem;
  readonly text: string;
  readonly checked: boolean | null;
  readonly statement: readonly RootContent[];
  readonly html: Html;
  readonly quotation: Html | null;
}

/** Reads a list whose entries may hold a quotation, which is said about them. */
export function readEntries(list: List, toHtml: ToHtml, errors: ErrorList): readonly Entry[] {
  const entries = list.children.map((node) => {
    const quotations = node.children.filter((child) => child.type === 'blockquote');
    const statement = node.children.filter((child) => child.type !== 'blockquote');
    if (quotations.length > 1) errors.at(quotations[1] ?? node, 'an entry has one quotation; join the two');
    const quotation = quotations[0];
    return {
      node,
      text: statement
        .map((child) => plainText(child))
        .join('\n')
        .trim(),
      checked: node.checked ?? null,
      statement,
      html: toHtml(tight(statement)),
      quotation: quotation ? toHtml(quotation.children) : null,
    };
  });
  refuseEqual(entries, errors);
  return entries;
}

/** Nobody can tell two answers apart that read the same. */
export function refuseEqual(
  answers: readonly { readonly node: TextNode; readonly html: Html }[],
  errors: ErrorList,
): void {
  const known = new Set<Html>();
  for (const { node, html } of answers) {
    if (known.has(html)) errors.at(node, 'an earlier answer says the same; remove one, or say how they differ');
    known.add(html);
  }
}

/** Without the paragraph around a single line, so that it can stand in a label. */
export function tight(nodes: readonly RootContent[]): readonly RootContent[] {
  const [only] = nodes;
  // Phrasing content at the root is what a tight list item holds.
  return nodes.length === 1 && only?.type === 'paragraph' ? (only.children as PhrasingContent[]) : nodes;
}

/** The feedback of an entry; missing feedback is an error at the entry. */
export function feedbackOf(entry: Entry, errors: ErrorList): Html {
  if (entry.quotation !== null) return entry.quotation;
  errors.at(entry.node, 'every answer has feedback: write it below, as a quotation: `> Because …`');
  return '' as Html;
}
