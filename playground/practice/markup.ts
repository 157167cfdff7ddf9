import { escapeHtml, type Html } from '../lesson/html.ts';

/** Text with pieces of code in it. Names come from a module that nobody trusts: everything is escaped. */
export function prose(texts: TemplateStringsArray, ...code: readonly (string | number)[]): Html {
  const pieces = texts.map((text, index) => {
    const piece = code[index];
    return piece === undefined ? escapeHtml(text) : `${escapeHtml(text)}<code>${escapeHtml(String(piece))}</code>`;
  });
  return `<p>${pieces.join('')}</p>` as Html;
}

/** The same within a line. */
export function phrase(texts: TemplateStringsArray, ...code: readonly (string | number)[]): Html {
  return prose(texts, ...code).slice('<p>'.length, -'</p>'.length) as Html;
}
