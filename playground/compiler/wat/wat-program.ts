import type { Diagnostic, SourceFile } from '../compilation.ts';
import { isSource } from '../llvm/compile-arguments.ts';

/** Whether a file is WebAssembly's text format. */
export const isWat = (path: string): boolean => path.endsWith('.wat');

/** Whether a program is assembled, and needs no clang: it has WAT, and no C or C++. */
export const isWatProgram = (files: readonly SourceFile[]): boolean =>
  files.some(({ path }) => isWat(path)) && !files.some(({ path }) => isSource(path));

/** What scripts fetch the module of a WAT file by, beside C and C++. */
export const moduleNameOf = (path: string): string => path.replace(/\.wat$/, '.wasm');

/** What is wrong with a program of WAT before its text is read: it is one file. */
export function watProblems(files: readonly SourceFile[]): readonly Diagnostic[] {
  const [first, ...others] = files.filter(({ path }) => isWat(path));
  return files
    .filter((file) => file !== first)
    .map(({ path }) =>
      problemAt(
        path,
        others.some((other) => other.path === path)
          ? `A program without C and C++ has one WAT file, the whole module: there is ${first?.path} already.`
          : `Here is neither C nor C++ that would include this. Add main.cpp, or remove this file.`,
      ),
    );
}

/** What is wrong with the name of a WAT file beside C and C++. */
export const besideProblems = ({ path }: SourceFile): readonly Diagnostic[] =>
  path === 'main.wat'
    ? [
        problemAt(
          path,
          'main.wasm is the module of C and C++. Give this file another name: helper.wat becomes helper.wasm.',
        ),
      ]
    : [];

const problemAt = (path: string, message: string): Diagnostic => ({
  severity: 'error',
  path,
  line: 1,
  column: 1,
  message,
});
