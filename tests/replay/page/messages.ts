import type { Manner, Performance, Piece } from '../perform.ts';

/** One run: all that its worker needs. */
export interface ToWorker {
  readonly engine: WebAssembly.Module;
  /** Address of the glue. */
  readonly glue: string;
  readonly piece: Piece;
  readonly manner: Manner;
}

export type FromWorker = Performance | { readonly failed: Error };
