import type { Signature } from './module-reader.ts';

/** A call that is about to cross the boundary. */
export interface CrossingCall {
  readonly way: 'in' | 'out' | 'glue';
  readonly name: string;
  readonly args: readonly unknown[];
  /** Of the function in Wasm; null for one of the glue's, or where it is not known. */
  readonly signature: Signature | null;
}

/** A string that was encoded or decoded. */
export interface CopiedString {
  readonly encoding: string;
  readonly text: string;
}

/** Through whom everything goes that crosses the boundary between JavaScript and a program. */
export interface BorderWitness {
  readonly source: {
    /** The buffer of the program's memory now. */
    readonly buffer: () => ArrayBufferLike;
    /** Whether an object is a proxy of a script's, whose traps must not run; missing where nothing is told of values. */
    readonly isProxy?: (value: object) => boolean;
  };
  /** Changes with each statement of a script that runs; null where none is followed. */
  readonly statement: number | null;
  /** Whether a call is open that is told. */
  readonly isOpen: boolean;
  /** Makes a call, and tells it. */
  during<Result>(call: CrossingCall, run: () => Result): Result;
  /** Runs what a script's call of the program is, within {@link during}. */
  byScript<Result>(call: CrossingCall, run: () => Result): Result;
  /** Runs a function of the glue: as a call where a script made it, else as part of what goes on. */
  inGlue<Result>(name: string, args: readonly unknown[], run: () => Result): Result;
  /** Runs what tells nobody anything: the program registers its names and types with Embind. */
  quietly<Result>(run: () => Result): Result;
  /**
   * Runs what copies. `tell` is called with its result. What a function of the glue calls in turn tells nothing; a built-in
   * one that a script called (`isBuiltIn`) calls nothing but what a script gave it, which tells its own copies.
   */
  copying<Result>(name: string, run: () => Result, tell: (result: Result) => void, isBuiltIn?: boolean): Result;
  /** So many bytes were copied; `view`: are shown. Told by what runs within {@link copying}. */
  copied(way: 'in' | 'out' | 'view', address: number, bytes: number, string: CopiedString | null): void;
  /** The glue wrote these bytes, be they what they were before: they are no longer uninitialised. */
  wrote(address: number, bytes: number): void;
  /** JavaScript was given a view of the program's bytes. */
  viewed(view: ArrayBufferView): void;
}
