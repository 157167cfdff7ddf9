import type { AnyNode, CallExpression, ChainExpression, MemberExpression } from 'acorn';
import { isMeasure, isName } from './syntax.ts';

type Link = MemberExpression | CallExpression;

/** A `?.` of a chain, where it ends with `undefined` when what stands before it is `undefined` or `null`. Places are offsets. */
export interface OptionalLink {
  /** What stands before it, with its brackets. */
  readonly base: { readonly start: number; readonly end: number };
  /** What goes where the kept value stands: `?`, or `?.` before a bracket. */
  readonly from: number;
  readonly to: number;
  /** Where that ends which it may skip. */
  readonly end: number;
}

/**
 * The `?.` behind which something is to be reported: `base?.rest` becomes `(kept = base) == null ? undefined : kept.rest`,
 * as a value in a chain cannot be kept.
 */
export class OptionalChains {
  readonly #opened = new Map<AnyNode, OptionalLink>();

  constructor(readonly source: string) {}

  /**
   * The links of a chain that are to be written so, innermost first. A method that may be missing stays as it is, with
   * all before it, since it is called with its object.
   */
  open({ expression, end }: ChainExpression): readonly OptionalLink[] {
    const links: [Link, OptionalLink][] = [];
    let hasReports = false;
    let skipped = end;
    for (let node: AnyNode = expression; isLink(node); node = baseOf(node)) {
      hasReports ||= !node.optional && isReported(node) && nearest(baseOf(node)) !== null;
      if (!node.optional) continue;
      const link = this.#linkOf(node, skipped);
      if (!link) break;
      links.unshift([node, link]);
      skipped = link.base.end;
    }
    if (!hasReports) return [];
    for (const [node, link] of links) this.#opened.set(node, link);
    return links.map(([, link]) => link);
  }

  /** Whether an object is reached through a `?.` that stays as it is. */
  isClosed(object: AnyNode): boolean {
    const link = nearest(object);
    return link !== null && !this.#opened.has(link);
  }

  /** Where an object begins: behind the `?.` through which it is reached, if there is one. */
  beginOf(object: AnyNode): number {
    const link = nearest(object);
    return (link && this.#opened.get(link)?.base.end) ?? object.start;
  }

  #linkOf(node: Link, end: number): OptionalLink | null {
    const base = baseOf(node);
    if (node.type === 'CallExpression' && base.type === 'MemberExpression') return null;
    const between = /^(?:[\s)]|\/\*[\s\S]*?\*\/|\/\/.*)*\?\./.exec(this.source.slice(base.end, node.end))?.[0];
    if (between === undefined) return null;
    const blank = between.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, (comment) => ' '.repeat(comment.length));
    const brackets = blank.split(')').length - 1;
    const before = new RegExp(`(?:\\(\\s*){${brackets}}$`).exec(this.source.slice(0, base.start))?.[0];
    if (before === undefined) return null;
    const from = base.end + between.length - '?.'.length;
    const isNamed = node.type === 'MemberExpression' && !node.computed;
    return {
      base: { start: base.start - before.length, end: base.end + blank.lastIndexOf(')') + 1 },
      ...{ from, to: from + (isNamed ? 1 : 2), end },
    };
  }
}

const isLink = (node: AnyNode): node is Link => node.type === 'MemberExpression' || node.type === 'CallExpression';
const baseOf = (link: Link): AnyNode => (link.type === 'MemberExpression' ? link.object : link.callee);

/** The last `?.` on the way to an object. */
function nearest(object: AnyNode): Link | null {
  for (let node = object; isLink(node); node = baseOf(node)) if (node.optional) return node;
  return null;
}

const isReported = (node: Link): boolean =>
  node.type === 'MemberExpression' && ((node.computed && !isName(node.property)) || isMeasure(node));
