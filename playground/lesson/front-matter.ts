import { z } from 'zod';

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

/** `part.yaml` of a part's folder. */
export const partSchema = z.strictObject({
  title: sentence(60),
  summary: sentence(200),
});
export type PartFrontMatter = z.infer<typeof partSchema>;
