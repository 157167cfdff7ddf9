import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Directive } from './directives.ts';

/** How directives are written, from their colons on. What a directive is copied from is not known of the copy. */
const written = new WeakMap<Directive, string>();

/** Keeps how the directives of a text are written, for {@link attributePlace}. */
export function keepDirectives(tree: Root, markdown: string): void {
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective' && node.type !== 'textDirective') return;
    const [start, end] = [node.position?.start.offset, node.position?.end.offset];
    if (start === undefined || end === undefined || Object.keys(node.attributes ?? {}).length === 0) return;
    const text = markdown.slice(start, end);
    // Only attributes in a line of text go on in the next.
    written.set(node, node.type === 'textDirective' ? text : (text.split('\n')[0] ?? ''));
  });
}

/** One attribute: `#id`, `.class`, `name`, `name=value` or `name="value"`. */
const attribute = /\s*(?:([#.])[^\s#.}"'=]+|([A-Za-z_:][\w.:-]*)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s}"']+))?)/y;

/** A place in a directive, from its first character on. */
interface Place {
  readonly lines: number;
  readonly columns: number;
}

/** Where an attribute of a directive stands; at the directive's first character where it is not found. */
export const attributePlace = (node: Directive, name: string): Place =>
  attributesOf(node).find((each) => each.name === name)?.place ?? { lines: 0, columns: 0 };

/** The attributes of a directive that have stood there before: only the last of one name counts. */
export function repeatedAttributes(node: Directive): readonly { readonly name: string; readonly place: Place }[] {
  const all = attributesOf(node);
  return all.filter(({ name }, index) => all.findIndex((each) => each.name === name) < index);
}

function attributesOf(node: Directive): readonly { readonly name: string; readonly place: Place }[] {
  const text = written.get(node) ?? '';
  const found: { name: string; place: Place }[] = [];
  attribute.lastIndex = text.indexOf('{', afterLabel(text)) + 1;
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    const [whole, sign, own] = match;
    const before = text.slice(0, match.index + whole.length - whole.trimStart().length).split('\n');
    const place = { lines: before.length - 1, columns: before.at(-1)?.length ?? 0 };
    found.push({ name: own ?? (sign === '#' ? 'id' : 'class'), place });
  }
  return found;
}

/** Where a directive's label ends: in it, brackets and braces may stand. */
function afterLabel(text: string): number {
  const start = /^:+[\w-]+\[/.exec(text)?.[0].length;
  if (start === undefined) return 0;
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return at;
  }
  return 0;
}
