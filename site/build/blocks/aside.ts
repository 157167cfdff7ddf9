import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { toString as plainText } from 'mdast-util-to-string';
import { z } from 'zod';
import { readAttributes } from '../attributes.ts';
import type { ContainerDirective, LeafDirective } from '../directives.ts';
import type { LessonScope } from '../lesson-scope.ts';

const noteKinds = ['note', 'rust', 'warning', 'specification'] as const;
const noteTitles: Record<(typeof noteKinds)[number], string> = {
  note: 'Note',
  rust: 'Coming from Rust',
  warning: 'Careful',
  specification: 'In the specification',
};

/** `:::note`: an aside with a title of its own. */
export function compileNote(node: ContainerDirective, scope: LessonScope): void {
  const shape = { kind: z.enum(noteKinds).default('note'), title: z.string().optional() };
  const attributes = readAttributes(node, shape, scope.errors);
  if (!attributes) return;
  const title = attributes.title ?? noteTitles[attributes.kind];
  node.data = { hName: 'aside', hProperties: { className: ['note'], dataKind: attributes.kind, ariaLabel: title } };
  node.children.unshift({
    type: 'paragraph',
    data: { hProperties: { className: ['note-title'] } },
    children: [{ type: 'text', value: title }],
  });
}

/** `::figure`: a picture that lies beside `lesson.md`. */
export function compileFigure(node: LeafDirective, scope: LessonScope): void {
  const shape = {
    source: z.string().regex(/^[\w][\w.-]*\.(svg|png|jpg|webp|avif)$/, 'must be a picture beside `lesson.md`'),
    alt: z.string().min(1, 'must say what the picture shows'),
    caption: z.string().optional(),
  };
  const attributes = readAttributes(node, shape, scope.errors);
  if (!attributes) return;
  if (plainText(node) !== '') scope.errors.at(node, 'write the text below a picture as `caption="…"`');
  if (!existsSync(join(scope.folder, attributes.source))) {
    scope.errors.at(node, `there is no picture \`${attributes.source}\` beside this lesson`);
    return;
  }
  scope.pictures.set(attributes.source, attributes.source);
  node.data = {
    hName: 'figure',
    hChildren: [
      {
        type: 'element',
        tagName: 'img',
        // The picture is copied into the folder of the lesson's page.
        properties: { src: attributes.source, alt: attributes.alt, loading: 'lazy' },
        children: [],
      },
      ...(attributes.caption
        ? [
            {
              type: 'element' as const,
              tagName: 'figcaption',
              properties: {},
              children: [{ type: 'text' as const, value: attributes.caption }],
            },
          ]
        : []),
    ],
  };
}
