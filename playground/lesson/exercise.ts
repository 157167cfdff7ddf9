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
      /** The result as it is shown to a learner; a trap; or that it comes to its end, with any result or none. */
      readonly expected:
        | { readonly kind: 'result'; readonly text: string }
        | { readonly kind: 'trap' }
        | { readonly kind: 'end' };
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
  | { [Kind in Measure]: { readonly kind: Kind } & Bound }[Measure]
  | ({ readonly kind: 'calls' /** Of this export or import; null counts all. */; readonly name: string | null } & Bound)
  /** Bytes that scripts read through views; `of` null counts all. */
  | ({ readonly kind: 'reads-through-view'; readonly of: Exclude<Place, { kind: 'offset' }> | null } & Bound)
  | ({ readonly kind: 'size'; readonly of: 'symbol' | 'type'; readonly name: string } & Bound)
  | { readonly kind: 'aligned'; readonly what: Place | { readonly kind: 'blocks' }; readonly to: number }
  | { readonly kind: 'no-leak' }
  | { readonly kind: 'freed-once' }
  | { readonly kind: 'within-bounds' }
  | { readonly kind: 'no-stale-view' }
  /** `finding` null: none of any kind. */
  | { readonly kind: 'no-finding'; readonly finding: FindingName | null }
  | { readonly kind: 'finding'; readonly finding: FindingName }
  | {
      readonly kind: 'never-writes';
      readonly to:
        | { readonly kind: 'symbol'; readonly name: string }
        /** Byte offsets; the end is not included. */
        | { readonly kind: 'range'; readonly start: number; readonly end: number };
    }
  | { readonly kind: 'view-live' }
  | { readonly kind: 'no-detached-view' }
  | {
      readonly kind: 'view';
      readonly type: string;
      readonly at: Place;
      readonly length: number;
    }
  | { readonly kind: 'source-contains'; readonly text: string }
  | { readonly kind: 'source-lacks'; readonly text: string }
  | {
      readonly kind: 'unchanged';
      readonly path: string;
      /** A piece of the line where what must stay begins; null for the whole file. */
      readonly from: string | null;
      /** A piece of the line that is the last to stay; null for all that follows. */
      readonly to: string | null;
      /** The starter's lines from there on, comments left out; empty until the exercise is known. */
      readonly stays: string;
    };

export type Comparison = '=' | '<=' | '>=';
/** What a number is held to. */
export interface Bound {
  readonly comparison: Comparison;
  readonly count: number;
}

/** Numbers of a run that a check compares. */
export type Measure =
  /** Of memory at the end. */
  | 'pages'
  | 'growths'
  | 'views'
  | 'live-blocks'
  /** JavaScript values that C++ holds by a `val`. */
  | 'live-vals'
  /** Blocks allocated in all. */
  | 'allocates'
  /** Of all that was recorded. */
  | 'allocated-bytes'
  | 'peak-bytes'
  | 'stack-bytes'
  /** Bytes of the largest copy over the boundary. */
  | 'largest-copy';

/** Kinds of finding, as checks name them. */
export const findingNames = [
  ...['double-free', 'invalid-free', 'mismatched-free', 'use-after-free', 'heap-overflow', 'uninitialised-read'],
  ...['null-page', 'stack-overflow', 'leak', 'crash', 'undeleted'],
  ...['detached-view', 'misaligned-view', 'view-too-long', 'outside-of-a-view', 'bytes-as-elements'],
  ...['address-as-index', 'index-as-address'],
] as const;
export type FindingName = (typeof findingNames)[number];

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
  | {
      readonly ok: false;
      readonly column: number;
      readonly message: string;
      /** Where there is no check of this name: the names that there are. */
      readonly unknown?: { readonly name: string; readonly known: readonly string[] };
    };
