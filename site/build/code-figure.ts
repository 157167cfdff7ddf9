import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Html } from '../../playground/lesson/html.ts';
import { allFiles, type ProgramSource } from './executed-program.ts';
import type { Highlight } from './highlight.ts';
import { element, words } from './html-element.ts';

/** A program's files as the text shows them, each with its name; folded below a line that names them, if wanted. */
export function showFiles(program: ProgramSource, highlight: Highlight, isFolded = false): Html {
  const files = figuresOf(program, highlight);
  if (!isFolded) return toHtml(files) as Html;
  const names = allFiles(program).map(({ path }) => path);
  const summary = element('summary', {}, [words(`Show the code: ${names.join(', ')}`)]);
  return toHtml(element('details', {}, [summary, ...files])) as Html;
}

function figuresOf(program: ProgramSource, highlight: Highlight): Element[] {
  return allFiles(program).map((file) => ({
    type: 'element' as const,
    tagName: 'figure',
    properties: { className: ['file'] },
    children: [
      {
        type: 'element' as const,
        tagName: 'figcaption',
        properties: {},
        children: [{ type: 'text' as const, value: file.path }],
      },
      highlight(file.text, languageOf(file.path)),
    ],
  }));
}

function languageOf(path: string): string {
  if (path.endsWith('.js')) return 'js';
  if (path.endsWith('.wat')) return 'wat';
  return path.endsWith('.c') ? 'c' : 'cpp';
}
