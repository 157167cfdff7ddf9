import type { CodePlace } from './memory-state.ts';

// What the engine answers, as it writes it. Numbers are addresses, sizes in bytes, steps.

/** A place as debug information names it: paths may be absolute. */
export type RawPlace = CodePlace;

/** Where a step stands: in C++, in code without lines, or at a note of the host's (kind, line, what it is about). */
export interface RawStep {
  readonly step: number;
  readonly place: RawPlace | null;
  /** The function that begins, where its code has no lines. */
  readonly function: string | null;
  readonly note: readonly [kind: number, line: number, what: number] | null;
}

export interface RawChange {
  readonly address: number;
  readonly size: number;
  /** Hexadecimal; cut where there is much. */
  readonly before: string;
  readonly after: string;
}

export interface RawValue {
  readonly name: string;
  readonly type: string;
  readonly text: string;
  readonly state: 'known' | 'uninitialised' | 'optimised-out' | 'unavailable';
  readonly address: number | null;
  readonly size: number;
  readonly pointsTo: number | null;
  readonly pointsToSize: number;
  readonly isRaw: boolean;
  readonly isCut: boolean;
  readonly parts: readonly RawValue[];
}

export interface RawVariable {
  readonly role: 'parameter' | 'local' | 'global' | 'constant';
  readonly line: number;
  readonly changed: boolean;
  readonly value: RawValue;
}

export interface RawFrame {
  readonly name: string;
  readonly isInlined: boolean;
  readonly isLibrary: boolean;
  /** The number of the call that the frame is of. */
  readonly call: number;
  readonly place: RawPlace | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly variables: readonly RawVariable[];
}

export type FindingKind =
  | 'double-free'
  | 'invalid-free'
  | 'mismatched-free'
  | 'use-after-free'
  | 'heap-overflow'
  | 'uninitialised-read'
  | 'null-page'
  | 'stack-overflow'
  | 'leak'
  | 'crash';

export interface RawFinding {
  readonly kind: FindingKind;
  readonly access: 'read' | 'write';
  readonly address: number;
  /** Bytes of the access; of the stack below its end; of all blocks that leak; the number of a crash. */
  readonly size: number;
  /** How often the line did it, or something did it to the block; of a leak, how many blocks. */
  readonly times: number;
  /** The step in which it became known. */
  readonly known: number;
  readonly guilty: RawStep;
  /** The block that it is about. */
  readonly block: readonly [id: number, address: number, size: number] | null;
  /** The line that freed or allocated the block; of a leak, that lost the last pointer to it. */
  readonly cause: RawStep | null;
  /** Of a leak: how that happened. The pointer was overwritten, its frame ended, or the block that held it was freed. */
  readonly loss?: 0 | 1 | 2;
  /** Of a leak: its cause cannot be known, because not all of the run is in one recording. */
  readonly isPartlyRecorded?: true;
}

export interface RawMoment {
  /** Where there are many: those that are not listed. At most some thousands are counted. */
  readonly changesLeftOut: number;
  readonly changes: readonly RawChange[];
  /** The lines that made them. */
  readonly changePlaces: readonly (RawPlace | null)[];
  readonly pages: number;
  /** Of the memories beside the first, in order; addresses are offsets into each. */
  readonly otherMemories: readonly {
    readonly pages: number;
    readonly changes: readonly RawChange[];
    /** Those of the step before. */
    readonly growths: RawMoment['growths'];
  }[];
  readonly stackPointer: number | null;
  readonly stackLow: number | null;
  readonly at: RawStep;
  readonly before: RawStep | null;
  readonly depth: number;
  readonly frames: readonly RawFrame[];
  readonly globals: readonly RawVariable[];
  /** Live blocks and bytes, freed blocks and bytes. */
  readonly heap: readonly [number, number, number, number];
  /** `within` is the id of the block around it, or 0. */
  readonly blocks: readonly (readonly [
    id: number,
    address: number,
    size: number,
    live: 0 | 1,
    by: number,
    within: number,
  ])[];
  /** How many blocks the step before allocated and freed, and the first of them. */
  readonly allocated: readonly [count: number, ...ids: readonly number[]];
  readonly released: readonly [count: number, ...ids: readonly number[]];
  readonly growths: readonly (readonly [from: number, to: number, byHost: 0 | 1])[];
  /** How many of them, the last ones, were in the step before. */
  readonly grown: number;
  readonly output: number;
  readonly lastView: number;
  readonly findings: readonly RawFinding[];
}

/** In the order of `destination_kind` in the engine. */
export const destinationKinds = [
  'line',
  'line-over',
  'out',
  'event',
  'write',
  'source-line',
  'stack-below',
  'freed',
  'view',
  'finding',
  'depth',
] as const;

export interface RawDestination {
  readonly kind: (typeof destinationKinds)[number];
  readonly first?: number;
  readonly second?: number;
  readonly path?: string;
}

export interface RawEvent {
  readonly at: RawStep;
  /** The line that did it: of the step, or of its caller, when the step's function has returned. */
  readonly place: RawPlace | null;
  readonly what: 'write' | 'allocation' | 'release';
  readonly address: number;
  /** Kind and payload of the record. */
  readonly kind: number;
  readonly payload: number;
  readonly function: string;
}

/** What the program itself copied in some steps. */
export interface RawCopies {
  readonly bytes: number;
  readonly copies: number;
  readonly steps: readonly { readonly at: RawStep; readonly bytes: number; readonly copies: number }[];
}

export interface RawHistory {
  readonly before: readonly RawEvent[];
  readonly after: readonly RawEvent[];
  /** `allocated` is null where it is not known yet. */
  readonly block: { readonly id: number; readonly allocated: RawEvent | null; readonly freed: RawEvent | null } | null;
}

export interface RawCode {
  readonly name: string;
  readonly current: number | null;
  readonly lines: readonly (readonly [offset: number, indent: number, text: string, place: RawPlace | null])[];
  readonly locals: readonly { readonly name: string; readonly value: string }[];
}
