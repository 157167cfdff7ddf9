import type { CompileSettings, Diagnostic, SourceFile } from './compilation.ts';
import { isSource } from './llvm/compile-arguments.ts';

/** What is wrong with a program before the compiler sees it, in words a learner can act on. */
export function programProblems(files: readonly SourceFile[], settings: CompileSettings): Diagnostic[] {
  const first = files[0]?.path ?? 'main.cpp';
  const error = (path: string, message: string): Diagnostic => ({
    severity: 'error',
    path,
    line: 1,
    column: 1,
    message,
  });
  const problems: Diagnostic[] = [];
  if (!files.some(({ path }) => isSource(path))) {
    problems.push(error(first, 'There is no C or C++ file. Name one `main.cpp` or `main.c`.'));
  }
  const seen = new Set<string>();
  for (const { path } of files) {
    if (!/^(?!\/)(?!.*(^|\/)\.{1,2}(\/|$))[^\0\\:]+$/.test(path)) {
      problems.push(error(path, 'A file name may not start with `/`, contain `..`, `\\` or `:`.'));
    }
    if (seen.has(path)) problems.push(error(path, 'Two files have this name.'));
    seen.add(path);
  }
  const { stackSize, initialPages, maximumPages } = settings;
  if (!Number.isInteger(stackSize) || stackSize < 1024 || stackSize % 16 !== 0) {
    problems.push(error(first, `The stack size is ${stackSize}; it must be a multiple of 16 and at least 1024 bytes.`));
  }
  if (!Number.isInteger(maximumPages) || maximumPages < 1 || maximumPages > 65_536) {
    problems.push(error(first, `The maximum memory is ${maximumPages} pages; it must be between 1 and 65536.`));
  }
  if (!Number.isInteger(initialPages) || initialPages < 1 || initialPages > maximumPages) {
    problems.push(error(first, `The initial memory is ${initialPages} pages; it must be between 1 and the maximum.`));
  }
  return problems;
}
