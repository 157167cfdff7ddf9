import type { Html } from './html.ts';
import type { LessonFile, LessonProgram } from './program.ts';

export type ValueType = 'u8' | 'i8' | 'u16' | 'i16' | 'u32' | 'i32' | 'u64' | 'i64' | 'f32' | 'f64';

/** An argument of a checked call: a number as typed, or the address of a global (`&table`). */
export type CallArgument =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'address-of'; readonly symbol: string };

/** Where a view must begin. `offset` counts bytes. */
export type Place =
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'block'; readonly id: number }
  | { readonly kind: 'offset'; readonly offset: number };

/** One thing that is decided about an attempt, from how it ended and from its memory at the end. */
export type Check =
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'output-contains'; readonly text: string }
  | { readonly kind: 'exit-code'; readonly code: number }
  | { readonly kind: 'finishes' }
  | { readonly kind: 'traps' }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly arguments: readonly CallArgument[];
      /** The result as it is shown to a learner, or a trap. */
      readonly expected: { readonly kind: 'result'; readonly text: string } | { readonly kind: 'trap' };
    }
  | {
      readonly kind: 'bytes';
      readonly symbol: string;
      readonly bytes: readonly number[];
    }
  | {
      readonly kind: 'value';
      readonly symbol: string;
      readonly type: ValueType;
      readonly text: string;
    }
  | { readonly kind: 'no-leak' }
  | { readonly kind: 'live-blocks'; readonly count: number }
  | { readonly kind: 'allocates'; readonly count: number }
  | { readonly kind: 'max-blocks'; readonly count: number }
  | {
      readonly kind: 'pages';
      readonly comparison: Comparison;
      readonly count: number;
    }
  | {
      readonly kind: 'growths';
      readonly comparison: Comparison;
      readonly count: number;
    }
  | { readonly kind: 'views'; readonly count: number }
  | { readonly kind: 'view-live' }
  | { readonly kind: 'no-detached-view' }
  | {
      readonly kind: 'view';
      readonly type: string;
      readonly at: Place;
      readonly length: number;
    }
  | { readonly kind: 'source-contains'; readonly text: string }
  | { readonly kind: 'source-lacks'; readonly text: string };

export type Comparison = '=' | '<=' | '>=';

/** A check as the learner meets it. */
export interface StatedCheck {
  /** As the author wrote it. */
  readonly source: string;
  readonly check: Check;
  readonly statement: Html;
  /** What to try when it fails. */
  readonly advice: Html | null;
}

export interface Exercise {
  readonly id: string;
  readonly title: string;
  readonly task: Html;
  /** What the learner starts from: the lab's program. */
  readonly starter: LessonProgram;
  readonly solution: {
    readonly files: readonly LessonFile[];
    readonly javascript: LessonFile | null;
  };
  readonly checks: readonly StatedCheck[];
  /** Shown one after the other. */
  readonly hints: readonly Html[];
}

/** What the grammar of checks makes of one line; columns count from 1. */
export type ParsedCheck =
  | { readonly ok: true; readonly check: Check }
  | { readonly ok: false; readonly column: number; readonly message: string };
