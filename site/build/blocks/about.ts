import { z } from 'zod';
import type { ContainerDirective } from '../directives.ts';
import { findTerm, unknownTerm } from '../glossary.ts';
import type { LessonScope } from '../lesson-scope.ts';

/** What a question or an exercise is about: a term of the glossary, under which a learner's progress counts it. */
export const aboutAttribute = {
  about: z
    .string()
    .optional()
    .meta({ description: 'a term of the glossary, by which progress is told', otherwise: 'it counts for the lesson' }),
};

/** Notes what a block is about; reports a term that the glossary does not have. */
export function noteAbout(
  node: ContainerDirective,
  { id, about }: { readonly id: string; readonly about?: string | undefined },
  scope: LessonScope,
): void {
  if (about === undefined) return;
  const term = findTerm(scope.glossary, about);
  if (term) scope.about.set(id, term.term);
  else scope.unknownTerms.at(node, `\`about\`: ${unknownTerm(scope.glossary, about)}`);
}
