import { z } from 'zod';
import { eachOnce } from './each-once.ts';

const sentence = (most: number) =>
  z.string().trim().min(1, 'must not be empty').max(most, `at most ${most} characters`);

const levels = ['beginner', 'intermediate', 'advanced'] as const;

/** The YAML at the top of `lesson.md`. */
export const frontMatterSchema = z.strictObject({
  title: sentence(60),
  summary: sentence(160),
  level: z.enum(levels),
  /** How long a working programmer needs, exercises included. */
  minutes: z.int().min(5).max(120),
  /** Each starts with a verb. */
  goals: z.array(sentence(120)).min(2).max(4),
  /** Slugs of lessons that come before it and that it builds on. */
  needs: z.array(z.string()).default([]),
  /** What it is about, in the glossary's terms. */
  tags: z.array(sentence(40)).max(6).check(eachOnce).default([]),
  /** Questions that people ask, answered; what stands between backticks is code. */
  asked: z
    .array(
      z.strictObject({
        question: sentence(120),
        answer: sentence(500),
      }),
    )
    .default([]),
  references: z
    .array(
      z.strictObject({
        title: sentence(120),
        url: z.url({ protocol: /^https$/, error: 'must be an https address' }),
      }),
    )
    .default([]),
});
export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** The YAML at the top of `lesson.LANG.md`: what it leaves out is the original's. */
export const translationSchema = frontMatterSchema.pick({ title: true, summary: true, goals: true }).extend({
  asked: frontMatterSchema.shape.asked.unwrap().optional(),
});

/** `part.yaml` of a part's folder. */
export const partSchema = z.strictObject({
  title: sentence(60),
  summary: sentence(200),
});
export type PartFrontMatter = z.infer<typeof partSchema>;
