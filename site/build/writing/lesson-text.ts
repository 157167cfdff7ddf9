import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { ErrorList } from '../author-errors.ts';
import type { Directive, TextNode } from '../directives.ts';
import { splitFrontMatter } from '../front-matter.ts';
import { parseMarkdown } from '../markdown.ts';
import { mendSlips } from '../mend-slips.ts';
import { withInvisible } from '../stray-signs.ts';

/** A `lesson.md` as text: what its rules of writing are about. */
export interface LessonText {
  /** All of the file, with line ends as Unix has them. */
  readonly source: string;
  readonly tree: Root;
  /** Every word that a learner reads, where it stands; code, addresses and names of blocks left out. */
  readonly words: readonly Word[];
}

export interface Word {
  readonly text: string;
  /** Both count from 1. */
  readonly line: number;
  readonly column: number;
}

/** Reads a lesson's text, without running anything. What is wrong with it, the lesson build tells. */
export function readLessonText(file: string): LessonText {
  const source = file.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const { yaml, markdown: written } = splitFrontMatter(source) ?? { yaml: '', markdown: source };
  const markdown = mendSlips(written, new ErrorList(''));
  const tree = parseMarkdown(markdown, new ErrorList(''));
  return { source, tree, words: [...wordsInYaml(yaml.split('\n'), 2), ...wordsIn(tree, markdown)] };
}

/**
 * A `lesson.md` with empty lines in place of the code in its blocks: what is said of its words, ids and shape is the same, and who edits
 * code changes nothing of it.
 */
export function withoutCode(source: string): string {
  let fence: string | null = null;
  const lines = source.split('\n').map((line) => {
    const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1] ?? null;
    if (fence === null) {
      fence = mark;
      return line;
    }
    const isEnd = mark?.startsWith(fence) === true && line.trim() === mark;
    if (isEnd) fence = null;
    return isEnd ? line : '';
  });
  return lines.join('\n');
}

const wordPattern = /\p{L}[\p{L}\p{M}\d_]*(?:['’.][\p{L}\d_]+)*/gu;

/** What a learner reads of front matter, a part or a glossary; `first` is the number of the first line. */
export function* wordsInYaml(lines: readonly string[], first = 1): Generator<Word> {
  for (const [index, line] of lines.entries()) {
    if (/^\s*(#|(- )?(url|level|minutes|needs|tags|lesson):)/.test(line)) continue;
    const text = line
      .replace(/^\s*(- )?(\w+:)?/, blank)
      .replace(/`[^`]*`/g, blank)
      .replace(withInvisible, blank);
    for (const match of text.matchAll(wordPattern))
      yield { text: match[0], line: index + first, column: match.index + 1 };
  }
}

/** Attributes that a learner reads. */
const readable = ['title', 'alt', 'caption', 'unit'];

function wordsIn(tree: Root, markdown: string): readonly Word[] {
  const words: Word[] = [];
  // `markdown` keeps the line numbers of the file, not its offsets.
  const starts = [0, ...[...markdown.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const add = (start: number, text: string): void => {
    // A word with an invisible character in it is told for that.
    for (const match of text.replace(withInvisible, blank).matchAll(wordPattern)) {
      const offset = start + match.index;
      const line = starts.findLastIndex((first) => first <= offset);
      words.push({ text: match[0], line: line + 1, column: offset - (starts[line] ?? 0) + 1 });
    }
  };
  visit(tree, (node) => {
    const { start, end } = spanOf(node);
    if (node.type === 'text') add(start, markdown.slice(start, end).replace(/\\.|&\w+;/g, blank));
    const attributes = isDirective(node) ? Object.entries(node.attributes ?? {}) : [];
    for (const [name, value] of attributes) {
      const written = `${name}="${value}"`;
      const at = markdown.indexOf(written, start);
      if (readable.includes(name) && at >= 0) add(at + name.length + 2, (value ?? '').replace(/`[^`]*`/g, blank));
    }
  });
  return words;
}

const blank = (text: string): string => ' '.repeat(text.length);

/** Whether a node is a block of Pagewise. */
export const isDirective = (node: TextNode): node is Directive => node.type.endsWith('Directive');

const spanOf = ({ position }: Pick<TextNode, 'position'>) => ({
  start: position?.start.offset ?? 0,
  end: position?.end.offset ?? 0,
});
