/** HTML that the lesson build made from an author's markdown. Nothing a learner types ever becomes one, unless it is escaped. */
export type Html = string & { readonly [html]: true };
declare const html: unique symbol;

/** Text as it stands in HTML, also within the quotes of an attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
