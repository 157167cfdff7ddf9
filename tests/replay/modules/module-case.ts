import type { RunLog } from '../../../playground/session/host/run-log.ts';
import type { Code } from './build-module.ts';

/** The host's side of a run. */
export interface Stagehand {
  readonly log: RunLog;
  /** Lines behind the log: the calls of the probe `boundary`, and what a case adds. */
  readonly told: string[];
  /** What the import `env.call` does. */
  readonly onCall: (call: (value: number) => void) => void;
}

export type ModuleExports = { readonly memory: WebAssembly.Memory } & Readonly<
  Record<string, (...values: (number | bigint)[]) => unknown>
>;

/** A module written by hand, how it is run, and the log that it must write: all of it, or what is in it. */
export interface ModuleCase {
  readonly name: string;
  readonly wasm: Uint8Array<ArrayBuffer>;
  readonly run: (exports: ModuleExports, host: Stagehand) => void;
  readonly log: readonly string[] | null;
  /** What not every host has: these cases run in the browser alone. */
  readonly needs?: 'second memory';
  /** Sections that the log comes in, at least. */
  readonly sections?: number;
}

/** Runs the export `run`; a trap is told. */
export function runIt(exports: ModuleExports, { told }: Stagehand): void {
  try {
    exports.run?.();
  } catch (error) {
    told.push(error instanceof WebAssembly.RuntimeError ? 'traps' : 'throws');
  }
}

/** Memory's first bytes: 1, 2, 3 … */
export const counting: Code = Array.from({ length: 128 }, (_, index) => index + 1);

/** Around the records of function 0 when it is called and returns. */
export const inOneCall = (records: readonly string[]): readonly string[] => [
  ...['enter 0', 'line 0', ...records, 'exit 0', 'entered', 'left'],
];
