import type { Html } from '../lesson/html.ts';

/** A piece of a lesson's text within a line. The build made it, so it is safe. */
export function HtmlText({ html }: { readonly html: Html }) {
  return <span className="html-text" dangerouslySetInnerHTML={{ __html: html }} />;
}
