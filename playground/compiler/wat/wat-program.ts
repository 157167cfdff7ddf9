import type { Diagnostic, SourceFile } from '../compilation.ts';

/** Whether a file is WebAssembly's text format. */
export const isWat = (path: string): boolean => path.endsWith('.wat');

/** Whether a program is assembled, and needs no clang. */
export const isWatProgram = (files: readonly SourceFile[]): boolean => files.some(({ path }) => isWat(path));

/** What is wrong with a program of WAT before its text is read: it is one file. */
export function watProblems(files: readonly SourceFile[]): readonly Diagnostic[] {
  const [first, ...others] = files.filter(({ path }) => isWat(path));
  return files
    .filter((file) => file !== first)
    .map(({ path }) => ({
      severity: 'error',
      path,
      line: 1,
      column: 1,
      message: others.some((other) => other.path === path)
        ? `A program has one WAT file, the whole module: there is ${first?.path} already.`
        : `A program is one WAT file, or C and C++, not both. Remove ${first?.path} or this file.`,
    }));
}
