import { escapeHtml } from '../../playground/lesson/html.ts';
import type { RenderedPage } from '../prerender/server.tsx';

/** The built `index.html`, filled with a page. `preload` is the chunk that the page needs before it comes alive. */
export function fillTemplate(template: string, page: RenderedPage, preload: string | null): string {
  const { root, head, html } = page;
  const link = preload === null ? '' : `\n    <link rel="modulepreload" href="${root}${preload}">`;
  const slots: readonly (readonly [RegExp, string])[] = [
    [/<html lang="[^"]*"/, `<html lang="${page.language}"`],
    [/data-root="[^"]*"/, `data-root="${root}"`],
    [/<title>[^<]*<\/title>/, `<title>${escapeHtml(head.title)}</title>${link}`],
    [/(<meta name="description" content=")[^"]*/, `$1${escapeHtml(head.description)}`],
    [/(href|src)="\.\//g, `$1="${root}`],
    [/<!--page-->/, html],
  ];
  return slots.reduce((text, [pattern, replacement]) => {
    if (!pattern.test(text)) throw new Error(`the template has no place for ${pattern}`);
    pattern.lastIndex = 0;
    // A function: `$` in a page's text is no reference to a group. Only the two with `$1` are patterns.
    return text.replace(pattern, (...groups) => replacement.replace(/^\$1/, String(groups[1] ?? '')));
  }, template);
}
