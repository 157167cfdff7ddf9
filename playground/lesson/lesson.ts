import type { Chooser } from './chooser.ts';
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

/** Variants of a program that are measured in the reader's browser, beside the text about them. */
export interface Measured {
  readonly program: string;
  readonly title: string;
  readonly text: Html;
}

/** A lesson's text, in order. Programs are named: they live in the lab, with their code in the text without JavaScript. */
export type LessonBlock =
  | { readonly kind: 'prose'; readonly html: Html }
  | { readonly kind: 'program'; readonly program: string; readonly code: Html }
  | { readonly kind: 'quiz'; readonly quiz: Quiz }
  | { readonly kind: 'chooser'; readonly chooser: Chooser }
  | { readonly kind: 'measured'; readonly measured: Measured }
  | {
      readonly kind: 'exercise';
      readonly exercise: Exercise;
      readonly code: Html;
    };

export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** In which lessons are written; a `lesson.LANG.md` beside one is its translation. */
export const originalLanguage = 'en';

/** The name of a lesson in one language, as modules of the site have it. */
export const lessonName = (slug: string, language: string = originalLanguage): string =>
  language === originalLanguage ? slug : `${slug}.${language}`;

/** Everything the page needs for a lesson, made from `lesson.md` at build time. */
export interface CompiledLesson {
  /** The lesson's address: `lessons/<slug>/`. */
  readonly slug: string;
  /** Of its text, as in HTML: `en`. */
  readonly language: string;
  /** All in which it can be read, the original's first. */
  readonly languages: readonly string[];
  /** The number of its folder. */
  readonly number: number;
  readonly part: { readonly number: number; readonly title: string };
  readonly frontMatter: FrontMatter;
  readonly headings: readonly Heading[];
  readonly blocks: readonly LessonBlock[];
  readonly programs: readonly LessonProgram[];
}

/** A title and a summary, by language. */
type Named = Readonly<Record<string, { readonly title: string; readonly summary: string }>>;

/** A lesson in the overview. */
export interface LessonSummary {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  readonly level: FrontMatter['level'];
  readonly minutes: number;
  readonly goals: readonly string[];
  /** Slugs of the lessons that it builds on. */
  readonly needs: readonly string[];
  readonly tags: readonly string[];
  /** In which it can be read, the original's first. */
  readonly languages: readonly string[];
  /** What it is called in the others, by language. */
  readonly translations: Named;
  /** What progress counts. */
  readonly questions: readonly string[];
  readonly exercises: readonly string[];
  /** What these are about, in the glossary's terms, by their ids; those that do not say are left out. */
  readonly about: Readonly<Record<string, string>>;
}

export interface CoursePart {
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** What it is called in other languages, by language. */
  readonly translations: Named;
  readonly lessons: readonly LessonSummary[];
}

/** The course as the overview shows it. */
export interface Course {
  readonly parts: readonly CoursePart[];
}
