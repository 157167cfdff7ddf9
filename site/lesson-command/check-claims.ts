import { basename, dirname, resolve } from 'node:path';
import type { Link, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { type AuthorError, ErrorList } from '../build/author-errors.ts';
import { parseMarkdown } from '../build/markdown.ts';
import { suggest } from '../build/nearest.ts';

/** What a lesson has that others can point to. */
export interface LessonNames {
  /** Every id on its page. */
  readonly ids: ReadonlySet<string>;
  /** Ids of its programs and exercises. */
  readonly programs: ReadonlySet<string>;
  /** The web addresses that the text under each of its headings links to, by the heading's id. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What the text under each heading of a lesson links to on the web, once its headings have their ids. */
export function sourcesOf(tree: Root): ReadonlyMap<string, ReadonlySet<string>> {
  const sources = new Map<string, Set<string>>();
  let under = new Set<string>();
  for (const node of tree.children) {
    if (node.type === 'heading') {
      under = new Set();
      sources.set(String(node.data?.hProperties?.id), under);
    }
    for (const { url } of linksIn(node)) if (isOnWeb(url)) under.add(url);
  }
  return sources;
}

/**
 * Checks the table of what a course claims: every row has the claim, a link to the heading that teaches it, and the program
 * that shows it. An entry of a list, for what no program shows, links to the heading, and to the source that the text there
 * links to as well. `lessons` are by the absolute path of their `lesson.md`.
 */
export function checkClaims(
  source: string,
  { path, name }: { readonly path: string; readonly name: string },
  lessons: ReadonlyMap<string, LessonNames>,
): readonly AuthorError[] {
  const errors = new ErrorList(name);
  const taught = new Set<string>();
  const claims = new Set<string>();
  const taughtAt = (entry: Nodes, which: string, url = '') => {
    const [file = '', anchor = ''] = url.split('#');
    const lesson = resolve(dirname(path), file);
    const names = lessons.get(lesson);
    if (!names) errors.at(entry, `${which} links to a heading of a lesson; \`${url}\` is none`);
    else if (!names.ids.has(anchor))
      errors.at(entry, `nothing there has the id \`${anchor}\`; ${suggest(anchor, [...names.ids])}`);
    return names && { lesson, anchor, names };
  };
  const tree = parseMarkdown(source, new ErrorList(''));
  visit(tree, 'table', ({ children: [, ...rows] }) => {
    for (const row of rows) {
      const [claim, place, shown] = row.children;
      const text = claim ? plainText(claim).trim() : '';
      if (text === '') errors.at(row, 'a row begins with what is claimed');
      else if (claims.has(text)) errors.at(row, 'this claim has a row already');
      claims.add(text);
      const at = taughtAt(row, 'the second cell', place?.children.find((node) => node.type === 'link')?.url);
      if (!at) continue;
      taught.add(at.lesson);
      const { programs } = at.names;
      const program = shown?.children.find((node) => node.type === 'inlineCode')?.value ?? '';
      if (!programs.has(program))
        errors.at(
          row,
          `the third cell names a program or an exercise of that lesson; \`${program}\` is none; ${suggest(program, [...programs])}`,
        );
    }
  });
  visit(tree, 'listItem', (entry) => {
    const urls = linksIn(entry).map(({ url }) => url);
    const at = taughtAt(
      entry,
      'a claim without a program',
      urls.find((url) => !isOnWeb(url)),
    );
    if (!at?.names.ids.has(at.anchor)) return;
    const cited = urls.filter(isOnWeb);
    if (cited.length === 0) errors.at(entry, 'a claim without a program links to its source as well');
    for (const url of cited)
      if (!at.names.sources.get(at.anchor)?.has(url))
        errors.at(entry, `the text under \`${at.anchor}\` does not link to ${url}: name the source there too`);
  });
  for (const lesson of lessons.keys())
    if (!taught.has(lesson))
      errors.add(1, 1, `no row is about ${basename(dirname(lesson))}: give each thing it claims one`);
  return errors.errors;
}

const isOnWeb = (url: string): boolean => url.startsWith('https://');

function linksIn(node: Nodes): readonly Link[] {
  const links: Link[] = [];
  visit(node, 'link', (link) => void links.push(link));
  return links;
}
