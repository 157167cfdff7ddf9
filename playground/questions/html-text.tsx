import type { Html } from '../lesson/html.ts';

/** A piece of a lesson's text within a line. The build made it, so it is safe. */
export function HtmlText({ html }: { readonly html: Html }) {
  return <span className="html-text" dangerouslySetInnerHTML={{ __html: html }} />;
}

/** Paragraphs of a lesson's text. */
export function HtmlParagraphs({ html, id }: { readonly html: Html; readonly id?: string }) {
  return <div className="html-paragraphs" id={id} dangerouslySetInnerHTML={{ __html: html }} />;
}
