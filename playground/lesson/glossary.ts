import { z } from 'zod';

const words = (most: number) => z.string().trim().min(1, 'must not be empty').max(most, `at most ${most} characters`);

/** `glossary.yaml` beside the parts of a course. */
export const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      term: words(40),
      /** Other forms in which lessons mention it. */
      also: z.array(words(40)).default([]),
      /** Two sentences by custom; what stands between backticks is code. */
      text: words(300),
      /** Slug of the lesson that teaches it. */
      lesson: z.string().optional(),
    }),
  ),
});

/** `glossary.de.yaml` beside it: its terms in another language. */
export const translatedGlossarySchema = z.strictObject({
  terms: z.array(
    glossarySchema.shape.terms.element.omit({ lesson: true }).extend({
      /** The term of `glossary.yaml`. */
      of: words(40),
    }),
  ),
});

/** A term that lessons use, explained. */
export interface GlossaryTerm {
  /** Its place on the glossary's page. */
  readonly id: string;
  readonly term: string;
  /** Of the term and its text, as in HTML. */
  readonly language: string;
  readonly also: readonly string[];
  /** What stands between backticks is code. */
  readonly text: string;
  /** Slug of the lesson that teaches it. */
  readonly lesson: string | null;
}
