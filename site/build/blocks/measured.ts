import { z } from 'zod';
import type { Measured } from '../../../playground/lesson/lesson.ts';
import { programIdAttribute, readAttributes } from '../attributes.ts';
import type { ContainerDirective } from '../directives.ts';
import { type LessonScope, meantProgram } from '../lesson-scope.ts';
import type { ToHtml } from '../to-html.ts';

/** What an author writes in `:::measured{…}`. */
export const measuredAttributes = {
  program: programIdAttribute,
  title: z.string().min(1).meta({ description: 'text' }),
};

/** Reads a `:::measured`: text, with a button that measures a program's variants in the reader's browser. */
export function readMeasured(node: ContainerDirective, scope: LessonScope, toHtml: ToHtml): Measured | null {
  const attributes = readAttributes(node, measuredAttributes, scope.errors);
  const program = attributes && meantProgram(scope, node, attributes.program);
  if (!program) return null;
  if (!/\bmeasure\(/.test(program.javascript?.text ?? ''))
    scope.errors.at(node, `the script of \`${program.id}\` gives nothing to \`measure\``);
  return { program: program.id, title: attributes.title, text: toHtml(node.children) };
}
