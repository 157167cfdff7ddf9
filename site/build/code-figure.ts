import { toHtml } from 'hast-util-to-html';
import type { Html } from '../../playground/lesson/html.ts';
import { allFiles, type ProgramSource } from './executed-program.ts';
import type { Highlight } from './highlight.ts';

/** A program's files as the text shows them, each with its name. */
export function showFiles(program: ProgramSource, highlight: Highlight): Html {
  return toHtml(
    allFiles(program).map((file) => ({
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
    })),
  ) as Html;
}

function languageOf(path: string): string {
  if (path.endsWith('.js')) return 'js';
  return path.endsWith('.c') ? 'c' : 'cpp';
}
