import { expect, it } from 'vitest';
import { z } from 'zod';
import { attributePlace } from './attribute-places.ts';
import { readAttributes } from './attributes.ts';
import { ErrorList } from './author-errors.ts';
import { parseMarkdown } from './markdown.ts';

/** Where a directive's unknown attribute `x` is said to be. */
function placeOf(markdown: string): string {
  const errors = new ErrorList('a.md');
  const tree = parseMarkdown(markdown, errors);
  const [block] = tree.children;
  const node = block && 'children' in block && block.type === 'paragraph' ? block.children.at(-1) : block;
  if (node?.type !== 'containerDirective' && node?.type !== 'leafDirective' && node?.type !== 'textDirective')
    throw new Error('this is no directive');
  readAttributes(node, { id: z.string().optional(), a: z.string().optional() }, errors);
  return errors.errors.map(({ line, column }) => `${line}:${column}`).join();
}

it.each([
  [':::note{#one a="x=1 {x}" x="2"}\nText.\n:::', '1:26'],
  ['\n\n::figure{a=x x}', '3:14'],
  ["  :::note{a='x' x = 'y'}\n  Text.\n  :::", '1:17'],
  ['It is :value[x{x} \\] [x]]{a="x" x="y"}', '1:33'],
  ['It is :value[x]{a="x"\nx="y"}', '2:1'],
])('an error in an attribute stands at it: %j', (markdown, place) => {
  expect(placeOf(markdown)).toBe(place);
});

it.each([
  [':::note{a="1" a="2"}\nText.\n:::', '1:15'],
  ['It is :value[x]{#one a="1"\n#two}', '2:1'],
])('an attribute that stands there twice is told at the second: %j', (markdown, place) => {
  expect(placeOf(markdown)).toBe(place);
});

it('a class and an id are found by their signs', () => {
  const tree = parseMarkdown('::figure{.x #y}', new ErrorList('a.md'));
  const [node] = tree.children;
  if (node?.type !== 'leafDirective') throw new Error('this is no directive');
  expect([attributePlace(node, 'class'), attributePlace(node, 'id'), attributePlace(node, 'z')]).toEqual([
    { lines: 0, columns: 9 },
    { lines: 0, columns: 12 },
    { lines: 0, columns: 0 },
  ]);
});
