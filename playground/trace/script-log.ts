// What an instrumented script tells beside the log of its program: words, and the texts of values. Frames are numbered
// from 1 in the order in which they began; 0 is none.

/** The first word of an event. */
export const scriptEvents = {
  /** Words: frame, function, the frame that called it, calls of the program that were open. */
  enter: 1,
  /** Words: frame, the frame that resumed it, calls of the program that are open. */
  resume: 2,
  /** Words: step, site, frame. The frame is about to run this statement. */
  statement: 3,
  /** Words: step, frame. From this step on this frame is the innermost one. */
  current: 4,
  /** Words: frame, variable, index of the text. The variable has this value at the last statement. */
  value: 5,
  /** Words: kind (an index of `accessKinds`), view, its address or, outside, its index, bytes. By the last statement. */
  access: 6,
} as const;

/** Words of an event, its first among them. */
export const eventWords: Readonly<Record<number, number>> = { 1: 5, 2: 4, 3: 4, 4: 3, 5: 4, 6: 5 };

/** What a script did to an element of a view, or tried to. */
export const accessKinds = [
  'read',
  'write',
  'update',
  'read-outside',
  'write-outside',
  'read-detached',
  'write-detached',
  'measure-detached',
  'set-detached',
] as const;
export type AccessKind = (typeof accessKinds)[number];

/** Statements that are steps, in one run: what a script does after them is told as that of code without reports. */
export const mostStatements = 250_000;

/** Separates, in the text of a value, its type, what is shown of it, and the bytes that it is a window over, if any. */
export const textSeparator = '\n';

/** Part of what a script tells. Texts are numbered in order from 0 through all parts. */
export interface ScriptPart {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly texts: readonly string[];
}
