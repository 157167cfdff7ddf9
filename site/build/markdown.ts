import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { keepDirectives } from './attribute-places.ts';
import type { ErrorList } from './author-errors.ts';
import { nameUnclosedBlocks } from './unclosed-blocks.ts';

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze();

/** Parses a lesson's text; HTML in it, and blocks that are never closed, are refused where they stand. */
export function parseMarkdown(markdown: string, errors: ErrorList): Root {
  const tree = processor.parse(markdown);
  keepDirectives(tree, markdown);
  visit(tree, (node) => {
    if (node.type === 'html') errors.at(node, 'a lesson holds no HTML; write markdown, or `\\<` for the character');
    if (node.type === 'heading' && node.depth === 1)
      errors.at(node, 'the title is in the front matter; begin headings with `##`');
    if (node.type === 'image' || node.type === 'imageReference') {
      errors.at(node, 'write a picture as `::figure{source="…" alt="…"}`');
    }
  });
  nameUnclosedBlocks(tree, markdown, errors);
  return tree;
}
