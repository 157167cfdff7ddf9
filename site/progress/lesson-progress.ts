import { z } from 'zod/mini';

const answerSchema = z.object({
  /** As the question's kind keeps it; the kind checks it again when it shows it. */
  answer: z.unknown(),
  right: z.boolean(),
});

const exerciseSchema = z.object({
  passed: z.boolean(),
  hints: z.number(),
  solutionSeen: z.optional(z.boolean()),
  /** The learner's files before they were last replaced, by path. */
  own: z.optional(z.record(z.string(), z.string())),
});

const lessonProgressSchema = z.object({
  answers: z.record(z.string(), answerSchema),
  exercises: z.record(z.string(), exerciseSchema),
  /** Edited files, by program or exercise, then by path. What was not edited is not kept. */
  files: z.record(z.string(), z.record(z.string(), z.string())),
});

/** What a learner did in one lesson. */
export type LessonProgress = z.infer<typeof lessonProgressSchema>;
export type SavedAnswer = z.infer<typeof answerSchema>;

export const noProgress: LessonProgress = { answers: {}, exercises: {}, files: {} };

const fileSchema = z.object({
  kind: z.literal('pagewise-progress'),
  version: z.literal(1),
  lessons: z.record(z.string(), lessonProgressSchema),
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

/** Both together; where both know something, `newer` wins, and what was solved once stays solved. */
export function mergeProgress(older: LessonProgress, newer: LessonProgress): LessonProgress {
  const exercises = { ...older.exercises };
  for (const [id, record] of Object.entries(newer.exercises)) {
    const known = exercises[id];
    exercises[id] = {
      ...known,
      ...record,
      passed: record.passed || known?.passed === true,
      hints: Math.max(record.hints, known?.hints ?? 0),
    };
  }
  return {
    answers: { ...older.answers, ...newer.answers },
    exercises,
    files: { ...older.files, ...newer.files },
  };
}
