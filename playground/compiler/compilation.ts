/** One source file of a program; the path is relative and uses `/`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** What the settings with names can be. */
export const settingChoices = {
  standard: ['c89', 'c99', 'c11', 'c17', 'c23', 'c++11', 'c++14', 'c++17', 'c++20', 'c++23'],
  optimisation: ['O0', 'O2'],
  allocator: ['dlmalloc', 'emmalloc', 'mimalloc'],
  stackOrder: ['data-first', 'stack-first'],
} as const;

type Choice<Key extends keyof typeof settingChoices> = (typeof settingChoices)[Key][number];

/** Settings of one program. Sizes are bytes; memory sizes are pages. */
export interface CompileSettings {
  readonly standard: Choice<'standard'>;
  readonly optimisation: Choice<'optimisation'>;
  readonly allocator: Choice<'allocator'>;
  readonly stackOrder: Choice<'stackOrder'>;
  readonly stackSize: number;
  readonly initialPages: number;
  readonly maximumPages: number;
}

/** What the course uses unless a program says otherwise. */
export const defaultSettings: CompileSettings = {
  standard: 'c++23',
  optimisation: 'O0',
  allocator: 'dlmalloc',
  stackOrder: 'data-first',
  stackSize: 65_536,
  initialPages: 4,
  maximumPages: 1024,
};

/** A compiler message at a place in a source file. Line and column count from 1; an empty path means the settings. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'note';
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export type Compilation =
  | { readonly status: 'compiled'; readonly wasm: Uint8Array; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: 'did-not-compile'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: 'cancelled' };

/** How far fetching the compiler has come, in bytes over the wire. */
export interface FetchProgress {
  readonly received: number;
  readonly total: number;
}

/** Compiles programs. One compilation at a time; a later one waits. Cancelling is the signal's abort. */
export interface Compiler {
  /** Fetches what is missing for these files, or for C and C++; does nothing when it is there. */
  prepare(onProgress: (progress: FetchProgress) => void, files?: readonly SourceFile[]): Promise<void>;
  compile(files: readonly SourceFile[], settings: CompileSettings, signal?: AbortSignal): Promise<Compilation>;
  /** Finds errors without precompiled headers, so a missing `#include` is found too. */
  checkSyntax(
    files: readonly SourceFile[],
    settings: CompileSettings,
    signal?: AbortSignal,
  ): Promise<readonly Diagnostic[]>;
}
