import { toString as plainText } from 'mdast-util-to-string';
import { z } from 'zod';
import { readAttributes } from '../attributes.ts';
import type { TextDirective } from '../directives.ts';
import { findTerm, unknownTerm } from '../glossary.ts';
import { freeId } from '../heading-ids.ts';
import { element, withCode, words } from '../html-element.ts';
import type { LessonScope } from '../lesson-scope.ts';

/** What an author writes in `:term[…]{…}`. */
export const termAttributes = {
  of: z
    .string()
    .optional()
    .meta({ description: 'the glossary’s term, where the text has another form', otherwise: 'the text' }),
};

/** `:term[linear memory]`: a word with its explanation, which opens over the text. */
export function compileTerm(node: TextDirective, scope: LessonScope): void {
  const attributes = readAttributes(node, termAttributes, scope.errors);
  if (!attributes) return;
  const text = plainText(node);
  const wanted = attributes.of ?? text;
  const term = findTerm(scope.glossary, wanted);
  if (!term) {
    scope.unknownTerms.at(node, unknownTerm(scope.glossary, wanted));
    node.data = { hName: 'span' };
    return;
  }
  const id = freeId(term.id, scope.ids);
  scope.ids.add(id);
  // The browser opens and closes it, without a script too; a script only adds that the pointer and the focus open it.
  node.data = {
    hName: 'span',
    hProperties: { className: ['term-place'] },
    hChildren: [
      element(
        'button',
        { type: 'button', className: ['term'], popoverTarget: id, popoverTargetAction: 'show', ariaDescribedBy: id },
        [words(text)],
      ),
      element(
        'span',
        {
          id,
          className: ['term-text'],
          popover: 'auto',
          ...(term.language !== scope.language && { lang: term.language }),
        },
        [element('strong', {}, [words(term.term)]), words(' '), ...withCode(term.text)],
      ),
    ],
  };
}
