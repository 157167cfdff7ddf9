import type { Element, ElementContent } from 'hast';

type Given = Readonly<Record<string, string | number | string[]>>;

/** An element of a lesson's HTML. Names of attributes are as in hast: `className`, `viewBox`. */
export function element(tagName: string, given: Given, children: ElementContent[] = []): Element {
  const properties = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'number' ? String(value) : value]),
  );
  return { type: 'element', tagName, properties, children };
}

/** Text within an element. */
export const words = (value: string): ElementContent => ({ type: 'text', value });

/** Text in which a line may break wherever `at` matches, which takes no characters. */
export const breakable = (text: string, at: RegExp): ElementContent[] =>
  text.split(at).flatMap((piece, index) => (index === 0 ? [words(piece)] : [element('wbr', {}), words(piece)]));

/** The text below a picture; what stands between backticks is code. Nothing where there is none. */
export function caption(text: string | undefined): Element[] {
  if (text === undefined) return [];
  return [element('figcaption', {}, withCode(text))];
}

/** Text in which what stands between backticks is code. */
export const withCode = (text: string): ElementContent[] =>
  text.split('`').map((piece, index) => (index % 2 === 1 ? element('code', {}, [words(piece)]) : words(piece)));
