import type { Exercise } from './exercise.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Html } from './html.ts';
import type { LessonProgram } from './program.ts';
import type { Question } from './question.ts';

export interface Quiz {
  readonly id: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

/** A lesson's text, in order. Programs are named: they live in the lab, with their code in the text without JavaScript. */
export type LessonBlock =
  | { readonly kind: 'prose'; readonly html: Html }
  | { readonly kind: 'program'; readonly program: string; readonly code: Html }
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  | {
      readonly kind: 'exercise';
      readonly exercise: Exercise;
      readonly code: Html;
    };

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** Everything the page needs for a lesson, made from `lesson.md` at build time. */
export interface CompiledLesson {
  /** The lesson's address: `lessons/<slug>/`. */
  readonly slug: string;
  /** The number of its folder. */
  readonly number: number;
  readonly part: { readonly number: number; readonly title: string };
  readonly frontMatter: FrontMatter;
  readonly headings: readonly Heading[];
  readonly blocks: readonly LessonBlock[];
  readonly programs: readonly LessonProgram[];
}

/** A lesson in the overview. */
export interface LessonSummary {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly level: FrontMatter['level'];
  readonly minutes: number;
  readonly goals: readonly string[];
  /** What progress counts. */
  readonly questions: readonly string[];
  readonly exercises: readonly string[];
}

export interface CoursePart {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly lessons: readonly LessonSummary[];
}

/** The course as the overview shows it. */
export interface Course {
  readonly parts: readonly CoursePart[];
}
