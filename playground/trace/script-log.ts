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
  /**
   * Words: kind (an index of `accessKinds`), view, address, bytes, step of the statement, step that goes on; and of a method
   * that uses a range, 1 more than the index of its name, and how many bytes it changed (`unknownCount` if nobody knows).
   */
  access: 6,
  /**
   * Words: kind (an index of `misuseKinds`), view or, where none could be made, its type (an index of `viewTypes`), two
   * numbers of two words each, step of the statement, step that goes on.
   */
  misuse: 7,
  /** Words: steps until then, index of the text, line of the script (0 when unknown), blocks until then. A crossing begins. */
  cross: 8,
  /** Words: steps until then, index of the text, blocks until then. The innermost open crossing is over. */
  crossed: 9,
  /** Words: steps until then, index of the text, address, bytes. Bytes were copied, within the innermost open crossing. */
  copied: 10,
} as const;

/** Words of an event, its first among them. */
export const eventWords: Readonly<Record<number, number>> = {
  1: 5,
  2: 4,
  3: 4,
  4: 3,
  5: 4,
  6: 9,
  7: 9,
  8: 5,
  9: 4,
  10: 5,
};

/** In place of a count. */
export const unknownCount = 0xffff_ffff;

/** What a script did to bytes of a view. */
export const accessKinds = ['read', 'write', 'update'] as const;
export type AccessKind = (typeof accessKinds)[number];

/** What a script did to a view that it cannot do. Beside each, its two numbers; one that is missing is `NaN`. */
export const misuseKinds = [
  /** Index: `undefined` comes of it, or nothing at all. */
  'read-outside',
  'write-outside',
  'read-detached',
  'write-detached',
  /** Its length, which is 0. */
  'measure-detached',
  /** By a method, which throws. */
  'use-detached',
  /** Index and count, by a method, which throws. */
  'use-outside',
  /** Offset and size, by a method of a `DataView`, which throws. */
  'bytes-outside',
  /** Constructors threw: the step from which the buffer was known; offset in bytes, and elements. */
  'make-detached',
  'make-misaligned',
  'make-outside',
  /** Address, which was shifted to an index and was no multiple of the element's size. */
  'between-elements',
] as const;
export type MisuseKind = (typeof misuseKinds)[number];

/** Statements that are steps, in one run: what a script does after them is told as that of code without reports. */
export const mostStatements = 250_000;

/** Crossings and copies that are told, in one run. */
export const mostCrossings = 10_000;
/** Crossings that are told within one another. */
export const deepestCrossing = 64;

/** Separates the parts of a crossing's text. */
export const partSeparator = '\0';

/** Separates, in the text of a value, its type, what is shown of it, and the bytes that it is a window over, if any. */
export const textSeparator = '\n';

/** Part of what a script tells. Texts are numbered in order from 0 through all parts. */
export interface ScriptPart {
  readonly words: Uint32Array<ArrayBuffer>;
  readonly texts: readonly string[];
}
