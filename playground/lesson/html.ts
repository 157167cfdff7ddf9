/** HTML that the lesson build made from an author's markdown. Nothing a learner types ever becomes one. */
export type Html = string & { readonly [html]: true };
declare const html: unique symbol;
