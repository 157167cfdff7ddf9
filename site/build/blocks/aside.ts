import { toString as plainText } from 'mdast-util-to-string';
import { z } from 'zod';
import { wordsIn } from '../../../playground/words/words.ts';
import { altAttribute, captionAttribute, readAttributes } from '../attributes.ts';
import type { ContainerDirective, LeafDirective } from '../directives.ts';
import { caption, element } from '../html-element.ts';
import type { LessonScope } from '../lesson-scope.ts';

const noteKinds = ['note', 'rust', 'warning', 'specification'] as const;

/** What an author writes in `:::note{…}`. */
export const noteAttributes = {
  kind: z.enum(noteKinds).default('note'),
  title: z
    .string()
    .min(1, 'must not be empty')
    .optional()
    .meta({ description: 'text', otherwise: 'what its kind is called' }),
};

/** `:::note`: an aside with a title of its own. */
export function compileNote(node: ContainerDirective, scope: LessonScope): void {
  const attributes = readAttributes(node, noteAttributes, scope.errors);
  if (!attributes) return;
  if (node.children.length === 0)
    scope.errors.at(node, 'this note is empty; write its text between the two lines of colons');
  const title = attributes.title ?? wordsIn(scope.language).lesson.notes[attributes.kind];
  node.data = { hName: 'aside', hProperties: { className: ['note'], dataKind: attributes.kind, ariaLabel: title } };
  node.children.unshift({
    type: 'paragraph',
    data: { hProperties: { className: ['note-title'] } },
    children: [{ type: 'text', value: title }],
  });
}

/** What an author writes in `::figure{…}`. */
export const figureAttributes = {
  source: z
    .string()
    .regex(/^[\w][\w.-]*\.(svg|png|jpg|webp|avif)$/, 'must be a picture beside `lesson.md`')
    .meta({ description: 'a picture beside `lesson.md`: svg, png, jpg, webp or avif' }),
  alt: altAttribute,
  caption: captionAttribute,
};

/** `::figure`: a picture that lies beside `lesson.md`. */
export function compileFigure(node: LeafDirective, scope: LessonScope): void {
  const attributes = readAttributes(node, figureAttributes, scope.errors);
  if (!attributes) return;
  if (plainText(node) !== '') scope.errors.at(node, 'write the text below a picture as `caption="…"`');
  const address = scope.folder.pictureAddress(attributes.source);
  if (address === null) {
    scope.errors.at(node, `there is no picture \`${attributes.source}\` beside this lesson`);
    return;
  }
  scope.pictures.set(attributes.source, address);
  node.data = {
    hName: 'figure',
    hChildren: [element('img', { src: address, alt: attributes.alt, loading: 'lazy' }), ...caption(attributes.caption)],
  };
}
