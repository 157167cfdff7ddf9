import { z } from 'zod/mini';
import type { SavedExercise } from '../../playground/lesson/saved-work.ts';
import { mergeVersions, versionsOf } from '../../playground/lesson/versions.ts';
import { boxDays } from './review-schedule.ts';

const answerSchema = z.object({
  /** As the question's kind keeps it; the kind checks it again when it shows it. */
  answer: z.unknown(),
  right: z.boolean(),
});

const textsSchema = z.record(z.string(), z.string());

const gradingSchema = z.object({
  files: textsSchema,
  verdicts: z.readonly(
    z.array(
      z.object({
        check: z.string(),
        passed: z.boolean(),
        found: z.nullable(z.string()),
        untried: z.optional(z.literal(true)),
        location: z.nullable(z.object({ path: z.string(), line: z.int(), column: z.nullable(z.int()) })),
        moment: z.nullable(
          z.object({
            step: z.int().check(z.nonnegative()),
            panel: z.enum(['findings', 'heap', 'stack', 'bytes', 'views', 'call']),
          }),
        ),
      }),
    ),
  ),
  calls: z.readonly(z.array(z.object({ name: z.string(), arguments: z.readonly(z.array(z.string())) }))),
});

const exerciseSchema = z.object({
  passed: z.boolean(),
  hints: z.number(),
  solutionSeen: z.optional(z.boolean()),
  passedAfterSolution: z.optional(z.boolean()),
  /** What was checked, or replaced, newest first. */
  versions: z.optional(
    z.readonly(z.array(z.object({ files: textsSchema, when: z.number(), passed: z.number(), of: z.number() }))),
  ),
  /** What was found when it was checked last. */
  graded: z.catch(z.optional(gradingSchema), undefined),
  /** In what earlier pages kept: the learner's files before they were last replaced, by path. */
  own: z.optional(textsSchema),
});

const reviewSchema = z.object({
  box: z.int().check(z.nonnegative(), z.lt(boxDays.length)),
  due: z.int(),
});

const lessonProgressSchema = z.object({
  answers: z.record(z.string(), answerSchema),
  exercises: z.record(z.string(), exerciseSchema),
  /** Edited files, by program or exercise, then by path. What was not edited is not kept. */
  files: z.record(z.string(), textsSchema),
  /** Questions that were answered wrong, by id: when they are asked again. */
  reviews: z._default(z.record(z.string(), reviewSchema), {}),
  /** The program or exercise that is in the lab. */
  shown: z.optional(z.string()),
});

/** What a learner did in one lesson. */
export type LessonProgress = z.infer<typeof lessonProgressSchema>;
export type SavedAnswer = z.infer<typeof answerSchema>;

export const noProgress: LessonProgress = { answers: {}, exercises: {}, files: {}, reviews: {} };

const fileSchema = z.object({
  kind: z.literal('pagewise-progress'),
  version: z.literal(1),
  /** By slug. */
  lessons: z.record(z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)), lessonProgressSchema),
});

/** Reads one lesson's saved progress; null when the text is damaged. */
export function parseLessonProgress(text: string): LessonProgress | null {
  return parseWith(lessonProgressSchema, text);
}

/** The text of a progress file, as it is exported. */
export function formatProgressFile(lessons: Readonly<Record<string, LessonProgress>>): string {
  return `${JSON.stringify({ kind: 'pagewise-progress', version: 1, lessons }, null, 2)}\n`;
}

/** Reads an exported file; null when it is none. */
export function parseProgressFile(text: string): Readonly<Record<string, LessonProgress>> | null {
  return parseWith(fileSchema, text)?.lessons ?? null;
}

function parseWith<Schema extends z.ZodMiniType>(schema: Schema, text: string): z.infer<Schema> | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Solved without the solution in either place is solved without it; and the versions of both. */
function merged(newer: SavedExercise, older: SavedExercise | undefined): Partial<SavedExercise> {
  const passed = [newer, older].filter((each) => each?.passed);
  const afterSolution = passed.length > 0 && passed.every((each) => each?.passedAfterSolution === true);
  const versions = mergeVersions(versionsOf(newer), older ? versionsOf(older) : []);
  return { ...(afterSolution && { passedAfterSolution: true }), ...(versions.length > 0 && { versions }) };
}

/** Whose code stays where two places have edited one program differently. */
export type WhoseCode = 'here' | 'file';

/** Programs that both places have edited, and not alike. */
export function differingCode(here: LessonProgress, file: LessonProgress): readonly string[] {
  const text = (files: Readonly<Record<string, string>> = {}) => JSON.stringify(Object.entries(files).sort());
  const untouched = text();
  return Object.keys(file.files).filter((id) => {
    const [own, other] = [text(here.files[id]), text(file.files[id])];
    return own !== untouched && other !== untouched && own !== other;
  });
}

/**
 * Both together; where both know something, `newer` wins, but what was solved once stays solved, and a question is asked again
 * on the earlier day. Of code that both have edited one place's stays; the other's becomes an earlier version of its exercise.
 */
export function mergeProgress(older: LessonProgress, newer: LessonProgress, whose: WhoseCode): LessonProgress {
  const exercises = { ...older.exercises };
  for (const [id, record] of Object.entries(newer.exercises)) {
    const known = exercises[id];
    exercises[id] = {
      ...known,
      ...record,
      passed: record.passed || known?.passed === true,
      hints: Math.max(record.hints, known?.hints ?? 0),
      passedAfterSolution: undefined,
      graded: known?.graded ?? record.graded,
      ...merged(record, known),
    };
  }
  const answers = { ...older.answers };
  for (const [id, answer] of Object.entries(newer.answers)) {
    if (answer.right || answers[id]?.right !== true) answers[id] = answer;
  }
  const reviews = { ...newer.reviews };
  for (const [id, card] of Object.entries(older.reviews)) {
    const other = reviews[id];
    if (!other || card.due < other.due) reviews[id] = card;
  }
  const files = { ...older.files };
  const differing = differingCode(older, newer);
  for (const [id, texts] of Object.entries(newer.files)) {
    const own = files[id];
    if (!differing.includes(id)) {
      if (Object.keys(texts).length > 0) files[id] = texts;
      continue;
    }
    if (whose === 'file') files[id] = texts;
    const other = whose === 'file' ? own : texts;
    const exercise = exercises[id];
    if (exercise && other) {
      const version = { files: other, when: 0, passed: 0, of: 0 };
      exercises[id] = { ...exercise, versions: mergeVersions(versionsOf(exercise), [version]) };
    }
  }
  return { ...older, answers, exercises, files, reviews };
}
