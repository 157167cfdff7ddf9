import type { Html } from './html.ts';

export const questionKinds = ['choice', 'choices', 'number', 'bytes', 'order', 'match'] as const;
export type QuestionKind = (typeof questionKinds)[number];

interface Asked {
  /** Unique in the lesson; saved answers are kept under it. */
  readonly id: string;
  readonly prompt: Html;
  /** Shown after an answer, right or wrong. */
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

export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | NumberQuestion
  | BytesQuestion
  | OrderQuestion
  | MatchQuestion;
