import type { List, Table } from 'mdast';
import { z } from 'zod';
import type { Html } from '../../../playground/lesson/html.ts';
import type { Question } from '../../../playground/lesson/question.ts';
import { programIdAttribute } from '../attributes.ts';
import type { ContainerDirective } from '../directives.ts';
import type { LessonScope } from '../lesson-scope.ts';
import type { ToHtml } from '../to-html.ts';

/** What every question has. */
export interface QuestionParts {
  readonly id: string;
  readonly prompt: Html;
  readonly explanation: Html | null;
}

/** A question's block, taken apart: its attributes, and its answers as they are written. */
export interface Given<Attributes, Answers> {
  readonly node: ContainerDirective;
  readonly attributes: Attributes;
  readonly answers: Answers;
  readonly parts: QuestionParts;
  readonly scope: LessonScope;
  readonly toHtml: ToHtml;
}

/** Attributes of a question about a run: at a moment of it, or at its end. */
export const meantAttributes = {
  program: programIdAttribute,
  moment: z
    .string()
    .optional()
    .meta({ description: "when its readings are taken: `before 'total += i', time 2`", otherwise: 'at the end' }),
};

/** The ways in which answers are written. */
export interface Forms {
  readonly list: List;
  readonly table: Table;
}

/** Reads the blocks of one kind of question. */
export interface QuestionReader<Form extends keyof Forms, Shape extends z.ZodRawShape> {
  readonly form: Form;
  /** Attributes beside `id` and `kind`. */
  readonly attributes: Shape;
  /** Reports what is wrong at its place; null when there is no question left. */
  read(given: Given<z.infer<z.ZodObject<Shape>>, Forms[Form]>): Question | null;
}

/** A reader of a kind that is not known here; what it is given must be of its own form and shape. */
export type AnyReader = QuestionReader<keyof Forms, z.ZodRawShape>;

/** States a reader, so that what it reads is typed by its form and attributes. */
export const questionReader = <Form extends keyof Forms, Shape extends z.ZodRawShape>(
  reader: QuestionReader<Form, Shape>,
): AnyReader => reader as unknown as AnyReader;
