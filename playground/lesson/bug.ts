import { z } from 'zod';
import { eachOnce } from './each-once.ts';
import type { Html } from './html.ts';
import { type LessonProgram, panelNames } from './program.ts';

const words = z.string().trim().min(1).max(160);
const place = z.string().regex(/^[\w.-]+:\d+$/, 'must be a line, as `lab.js:6`');

/** The YAML at the top of `bug.md`. */
export const bugSchema = z.strictObject({
  title: words,
  /** What goes wrong, as somebody who uses the program would say it. Never why. */
  report: words,
  /** What Pagewise finds, all of it and in order: `detached view at lab.js:6, because of main.cpp:9`. */
  findings: z.array(z.string()).min(1),
  /** The lines that may be called wrong, the one that the answer names first. */
  lines: z.array(place).min(1),
  /** The panels that show it, the one that shows most first. */
  panels: z.array(z.enum(panelNames)).min(1).check(eachOnce),
  /** What is selected at first: a symbol, `block 1`, `view 1`, `0x410..0x414`. */
  select: z.string().optional(),
  /** Where the lab begins, in the fixed program too if it has that line: `before lab.js 'console.log'`. The end where it is left out. */
  moment: z.string().optional(),
});

/** A line of a program's file, from 1. */
export interface BugLine {
  readonly path: string;
  readonly line: number;
}

/** Lines of a file that the fixed program has in place of others; both may be none. */
export interface BugChange {
  readonly path: string;
  /** Where they begin, from 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A program with one mistake that people make, as the page has it. */
export interface Bug {
  /** Its address: `find-the-bug/<slug>/`. */
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly report: string;
  readonly lines: readonly BugLine[];
  readonly changes: readonly BugChange[];
  readonly cause: Html;
  readonly program: LessonProgram;
  readonly fixed: LessonProgram;
  /** The files of the program, for readers without JavaScript. */
  readonly code: Html;
}
