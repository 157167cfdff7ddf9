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
    problems.push(error(first, 'There is no C or C++ file. Name one `main.cpp` or `main.c`; or write `main.wat`.'));
  }
  const seen = new Set<string>();
  for (const { path } of files) {
    if (!/^(?!\/)(?!.*(^|\/)\.{1,2}(\/|$))[^\0\\:]+$/.test(path)) {
      problems.push(error(path, 'A file name may not start with `/`, contain `..`, `\\` or `:`.'));
    }
    if (seen.has(path)) problems.push(error(path, 'Two files have this name.'));
    seen.add(path);
  }
  // No place in a file: it is the settings that have to change.
  const setting = (message: string): void => void problems.push({ ...error('', message), line: 0, column: 0 });
  const { stackSize, initialPages, maximumPages } = settings;
  if (!Number.isInteger(stackSize) || stackSize < 1024 || stackSize % 16 !== 0) {
    setting(`The stack size is ${stackSize}; it must be a multiple of 16 and at least 1024 bytes.`);
  }
  if (!Number.isInteger(maximumPages) || maximumPages < 1 || maximumPages > 65_536) {
    setting(`The maximum memory is ${maximumPages} pages; it must be between 1 and 65536.`);
  }
  if (!Number.isInteger(initialPages) || initialPages < 1 || initialPages > maximumPages) {
    setting(`The initial memory is ${initialPages} pages; it must be between 1 and the maximum.`);
  }
  return problems;
}
