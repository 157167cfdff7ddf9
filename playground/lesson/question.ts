import type { Html } from './html.ts';

export const questionKinds = [
  'choice',
  'choices',
  'number',
  'text',
  'bytes',
  'order',
  'match',
  'mark',
  'point',
  'view',
  'line',
  'trace',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

interface Asked {
  /** Unique in the lesson; saved answers are kept under it. */
  readonly id: string;
  readonly prompt: Html;
  /** Shown after the right answer. */
  readonly explanation: Html | null;
}

export interface Option {
  readonly html: Html;
  readonly right: boolean;
  readonly feedback: Html;
}

/** Exactly one option is right. */
export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice';
  readonly options: readonly Option[];
}

/** Any number of options is right, at least one. */
export interface ChoicesQuestion extends Asked {
  readonly kind: 'choices';
  readonly options: readonly Option[];
}

export type Notation = 'hex' | 'decimal' | 'any';

export interface NumberQuestion extends Asked {
  readonly kind: 'number';
  readonly answer: number;
  readonly unit: string | null;
  readonly notation: Notation;
  /** Wrong answers that were foreseen. */
  readonly mistakes: readonly {
    readonly value: number;
    readonly feedback: Html;
  }[];
  /** For every other wrong answer. */
  readonly otherwise: Html;
}

export interface BytesQuestion extends Asked {
  readonly kind: 'bytes';
  /** Lowest address first; the learner gets this many boxes. */
  readonly answer: readonly number[];
  /** Where the bytes lie in the program at its end, if the answer was read from there. */
  readonly place: { readonly program: string; readonly address: number } | null;
  readonly mistakes: readonly {
    readonly bytes: readonly number[];
    readonly feedback: Html;
  }[];
  readonly otherwise: Html;
}

export interface OrderQuestion extends Asked {
  readonly kind: 'order';
  /** In the right order; the feedback is for an entry that stands wrong. */
  readonly entries: readonly { readonly html: Html; readonly feedback: Html }[];
  /** Indices of `entries` as they are shown at first; never the right order. */
  readonly shown: readonly number[];
}

export interface MatchQuestion extends Asked {
  readonly kind: 'match';
  readonly pairs: readonly {
    readonly left: Html;
    readonly right: Html;
    readonly feedback: Html;
  }[];
  /** Indices of `pairs`: the order in which the right sides are offered. */
  readonly shown: readonly number[];
}

/** Accepted forms are compared without case and doubled spaces, unless `isExact`. */
export interface TextQuestion extends Asked {
  readonly kind: 'text';
  readonly accepted: readonly string[];
  readonly isExact: boolean;
  readonly mistakes: readonly {
    readonly text: string;
    readonly feedback: Html;
  }[];
  readonly otherwise: Html;
}

/** Bytes of a program's memory at its end, in pieces by address. */
export interface ShownMemory {
  readonly program: string;
  readonly pieces: readonly {
    readonly address: number;
    readonly bytes: readonly number[];
  }[];
}

/** Which of the bytes shown belong to what is asked for? */
export interface MarkQuestion extends Asked {
  readonly kind: 'mark';
  readonly memory: ShownMemory;
  /** Addresses, ascending. */
  readonly answer: readonly number[];
  readonly mistakes: readonly {
    readonly addresses: readonly number[];
    readonly feedback: Html;
  }[];
  readonly otherwise: Html;
}

/** Where does the pointer in these bytes point? */
export interface PointQuestion extends Asked {
  readonly kind: 'point';
  readonly memory: ShownMemory;
  /** The bytes that hold the pointer. */
  readonly pointer: { readonly address: number; readonly size: number };
  readonly answer: number;
  readonly mistakes: readonly {
    readonly address: number;
    readonly feedback: Html;
  }[];
  readonly otherwise: Html;
}

/** Bytes of an element of each view; a `DataView` counts bytes. */
export const elementBytes = {
  Int8Array: 1,
  Uint8Array: 1,
  Uint8ClampedArray: 1,
  Int16Array: 2,
  Uint16Array: 2,
  Int32Array: 4,
  Uint32Array: 4,
  Float32Array: 4,
  Float64Array: 8,
  BigInt64Array: 8,
  BigUint64Array: 8,
  DataView: 1,
} as const;

export interface PlacedView {
  readonly type: keyof typeof elementBytes;
  /** Bytes. */
  readonly offset: number;
  /** Elements. */
  readonly length: number;
}

/** Which view has exactly the elements that are asked for? */
export interface ViewQuestion extends Asked {
  readonly kind: 'view';
  readonly memory: ShownMemory;
  readonly answer: PlacedView;
  /** A mistake is foreseen for the parts that it names. */
  readonly mistakes: readonly {
    readonly view: Partial<PlacedView>;
    readonly feedback: Html;
  }[];
  readonly otherwise: Html;
}

/** Which line of this file? Lines count from 1. */
export interface LineQuestion extends Asked {
  readonly kind: 'line';
  readonly path: string;
  readonly lines: readonly string[];
  readonly answer: number;
  readonly mistakes: readonly {
    readonly line: number;
    readonly feedback: Html;
  }[];
  readonly otherwise: Html;
}

/** What do these things hold at each of these moments of a run? */
export interface TraceQuestion extends Asked {
  readonly kind: 'trace';
  /** What is asked for: a variable's name, `next line`, `printed`. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** The moment, in words. */
    readonly moment: string;
    /** One for each column, as the panels show it. Those that are given are not asked for. */
    readonly cells: readonly { readonly text: string; readonly isGiven: boolean }[];
    /** For a row in which something is wrong. */
    readonly feedback: Html;
  }[];
}

export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | NumberQuestion
  | BytesQuestion
  | OrderQuestion
  | MatchQuestion
  | TextQuestion
  | MarkQuestion
  | PointQuestion
  | ViewQuestion
  | LineQuestion
  | TraceQuestion;
