import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { keepDirectives } from './attribute-places.ts';
import type { ErrorList } from './author-errors.ts';
import { mendSlips } from './mend-slips.ts';
import { mendMisplacedFeedback } from './misplaced-feedback.ts';
import { cutNesting, withinStack } from './nesting.ts';
import { nameStraySigns } from './stray-signs.ts';
import { nameUnclosedBlocks } from './unclosed-blocks.ts';
import { nameUnreadDirectives } from './unread-directives.ts';

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze();

/** Parses a lesson's text; HTML in it, and blocks that are never closed, are refused where they stand. */
export function parseMarkdown(written: string, errors: ErrorList): Root {
  const markdown = mendSlips(written, errors);
  const tree = withinStack(() => processor.parse(markdown), errors) ?? { type: 'root', children: [] };
  cutNesting(tree, errors);
  keepDirectives(tree, markdown);
  // The title's, before the first heading.
  let level = 1;
  let columns = 0;
  let isHtmlTold = false;
  visit(tree, (node) => {
    if (node.type === 'html') {
      // What an element ends with is told with its beginning.
      if (!isHtmlTold || !node.value.startsWith('</'))
        errors.at(node, 'a lesson holds no HTML; write markdown, or `\\<` for the character');
      isHtmlTold = true;
    }
    if (node.type === 'link' && markdown[node.position?.start.offset ?? 0] !== '[')
      errors.at(node, `write what the link leads to as well: \`[words](${node.url})\``);
    if (node.type === 'footnoteReference')
      errors.at(node, 'a lesson has no footnotes; write it in the text, or in a `:::note`');
    if (node.type === 'heading') {
      if (node.depth === 1) errors.at(node, 'the title is in the front matter; begin headings with `##`');
      else if (node.depth > level + 1) {
        const signs = '#'.repeat(level + 1);
        errors.at(
          node,
          `this heading is of level ${node.depth}, and the one before it of level ${level}; write \`${signs}\``,
        );
      }
      level = Math.max(node.depth, 2);
    }
    if (node.type === 'tableRow') {
      columns = columns === 0 ? node.children.length : columns;
      if (node.children.length !== columns)
        errors.at(
          node,
          `this row has ${node.children.length} cells, and the table's head ${columns}; write as many \`|\`, and \`\\|\` for one within a cell`,
        );
    } else if (node.type === 'table') columns = 0;
    if (node.type === 'image' || node.type === 'imageReference') {
      errors.at(node, 'write a picture as `::figure{source="…" alt="…"}`');
    }
  });
  mendMisplacedFeedback(tree, errors);
  nameUnclosedBlocks(tree, markdown, errors);
  nameUnreadDirectives(tree, markdown, errors);
  nameStraySigns(tree, markdown, errors);
  return tree;
}
