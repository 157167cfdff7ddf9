import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Code, InlineCode, Link, Paragraph, PhrasingContent, Root, RootContent, Table } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { codePieces, mayBreakBefore } from '../../playground/lesson/code-pieces.ts';
import type { Html } from '../../playground/lesson/html.ts';
import { compileFigure, compileNote } from './blocks/aside.ts';
import { compileInline } from './blocks/inline.ts';
import { compileMemory } from './blocks/memory.ts';
import { keepMarksWithTerms } from './blocks/term-punctuation.ts';
import { type Highlight, knownLanguages } from './highlight.ts';
import { element, words } from './html-element.ts';
import type { LessonScope } from './lesson-scope.ts';
import { suggest } from './nearest.ts';

/** Turns markdown nodes into HTML. What is not markdown or a known block is reported, never passed through. */
export type ToHtml = (nodes: readonly RootContent[]) => Html;

export function createToHtml(scope: LessonScope, highlight: Highlight): ToHtml {
  const processor = unified()
    .use(remarkRehype, {
      clobberPrefix: '',
      handlers: {
        code: (_state: unknown, node: Code): Element => highlight(node.value, node.lang ?? 'text'),
      },
    })
    .freeze();
  const run = (root: Root): HtmlRoot => {
    const tree = processor.runSync(root) as HtmlRoot;
    keepMarksWithTerms(tree);
    return tree;
  };
  return (nodes) => {
    const root: Root = { type: 'root', children: [...nodes] };
    prepare(root, scope);
    if (!isLine(root)) return toHtml(run(root)) as Html;
    // At the root every node would stand on a line of its own, which a reader sees as a space.
    const paragraph: Paragraph = { type: 'paragraph', children: root.children };
    const tree = run({ type: 'root', children: [paragraph] });
    return toHtml((tree.children[0] as Element).children) as Html;
  };
}

/** Whether it holds what stands within a line, without a block around it. */
function isLine(root: Root): root is Root & { children: PhrasingContent[] } {
  return root.children.length > 0 && root.children.every((node) => phrase.has(node.type));
}

const phrase: ReadonlySet<string> = new Set([
  'text',
  'inlineCode',
  'emphasis',
  'strong',
  'delete',
  'link',
  'break',
  'textDirective',
]);

function prepare(root: Root, scope: LessonScope): void {
  const told = new Set<string>();
  visit(root, (node) => {
    switch (node.type) {
      case 'textDirective':
        compileInline(node, scope);
        return;
      case 'leafDirective':
        if (node.name === 'figure') compileFigure(node, scope);
        else if (node.name === 'memory') compileMemory(node, scope);
        else scope.errors.at(node, `\`::${node.name}\` is no block; ${suggest(node.name, ['figure', 'memory'])}`);
        return SKIP;
      case 'containerDirective':
        if (node.name === 'note') compileNote(node, scope);
        else {
          // All parts of a block stand outside of it when its own line is missing.
          if (!told.has(node.name)) scope.errors.at(node, misplaced(node.name));
          if (inner[node.name]) told.add(node.name);
          return SKIP;
        }
        return;
      case 'code':
        checkCode(node, scope);
        return;
      case 'inlineCode':
        checkInlineCode(node, scope);
        keepWhole(node);
        return;
      case 'table':
        // Names of code and numbers do not break, so the table may scroll: then it must be reached by keyboard.
        if (holdsWhole(node)) node.data = { hProperties: { tabIndex: 0 } };
        return;
      case 'link':
        prepareLink(node, scope);
        return;
      default:
        return;
    }
  });
}

/** Containers at the top of a lesson that are more than prose. */
export const ownBlocks: readonly string[] = ['program', 'quiz', 'exercise', 'chooser', 'measured'];

const inner: Record<string, string> = {
  question: 'quiz',
  explanation: 'question',
  starter: 'exercise',
  solution: 'exercise',
  checks: 'exercise',
  hints: 'exercise',
};

function misplaced(name: string): string {
  if (inner[name]) {
    return `\`${name}\` stands outside of its \`${inner[name]}\`; give the outer block one colon more than the inner ones`;
  }
  if (ownBlocks.includes(name)) {
    return `\`${name}\` cannot stand inside of another block`;
  }
  return `\`:::${name}\` is no block; ${suggest(name, ['note', ...ownBlocks])}`;
}

function holdsWhole(table: Table): boolean {
  let found = false;
  visit(table, (node) => {
    found ||= node.type === 'inlineCode' || (node.type === 'textDirective' && node.name === 'value');
  });
  return found;
}

/** Between backticks nothing is filled in: a value would be shown as the author wrote it. */
function checkInlineCode(node: InlineCode, scope: LessonScope): void {
  const name = /:(value|see|term|region)\[[^\]]+\](?:\{|$)/.exec(node.value)?.[1];
  if (name)
    scope.errors.at(
      node,
      `\`:${name}[…]\` stands between backticks, where it is shown as it is written; take the backticks away`,
    );
}

function checkCode(node: Code, scope: LessonScope): void {
  if (node.lang && !knownLanguages.includes(node.lang)) {
    scope.errors.at(node, `code in \`${node.lang}\` cannot be coloured; ${suggest(node.lang, knownLanguages)}`);
  }
  if (node.meta) scope.errors.at(node, `\`${node.meta}\` has no meaning here; only code in a program has \`file=…\``);
}

function prepareLink(node: Link, scope: LessonScope): void {
  const start = node.position?.start ?? { line: 1, column: 1 };
  const place = { line: start.line, column: start.column };
  const lesson = /^lesson:([a-z0-9-]+)(?:#(.+))?$/.exec(node.url);
  if (lesson) {
    const [, slug = '', fragment] = lesson;
    scope.links.push({ slug, fragment: fragment ?? null, ...place });
    node.url = `${scope.lessonAddress(slug)}${fragment ? `#${fragment}` : ''}`;
    node.data = { hProperties: { dataLesson: slug } };
  } else if (node.url.startsWith('#')) {
    scope.links.push({ slug: null, fragment: node.url.slice(1), ...place });
  } else if (node.url.startsWith('https://')) {
    node.data = { hProperties: { rel: ['external'] } };
  } else {
    scope.errors.at(node, `cannot link to \`${node.url}\`; write \`https://…\`, \`#heading\` or \`lesson:slug\``);
  }
}

/**
 * `-O2` and `as<int>()` do not break at their signs: a flag without its hyphen at the next line's start is read wrongly.
 * Of a longer text each flag keeps its hyphens and its first letter, and each short call of what another returned its name.
 */
function keepWhole(node: InlineCode): void {
  const longest = 24; // characters that stand in one line on the narrowest screen, in a list too
  const whole = { className: ['whole'] };
  if (node.value.length <= longest) {
    if (/[^\w.]/.test(node.value)) node.data = { hProperties: whole };
    return;
  }
  const pieces = codePieces(node.value);
  if (pieces.length === 1) return;
  node.data = {
    hChildren: pieces.flatMap((piece, index): ElementContent[] => {
      if (index % 2 === 0) return [words(piece)];
      return [...(mayBreakBefore(piece) ? [element('wbr', {})] : []), element('span', whole, [words(piece)])];
    }),
  };
}
