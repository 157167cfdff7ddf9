import type { SourceFile } from '../compiler/compilation.ts';

/**
 * Names files by as much of the ends of their paths as tells them apart: that much of a path is in the debug
 * information too, wherever the program was compiled.
 */
export function withShortPaths(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.map(({ path, text }) => {
    const parts = path.split('/');
    let length = 1;
    const ending = () => parts.slice(-length).join('/');
    while (length < parts.length && files.some((other) => other.path !== path && endsWith(other.path, ending())))
      length++;
    return { path: ending(), text };
  });
}

/** The file that a path of the debug information names: one of the two is the end of the other. Null when none is,
 * or several may be. */
export function sourceOf(path: string, files: readonly SourceFile[]): SourceFile | null {
  const plain = path.replaceAll('\\', '/').replace(/^(\.\.?\/)+/, '');
  const [named] = files.filter((file) => endsWith(plain, file.path));
  const ending = files.filter((file) => endsWith(file.path, plain));
  return named ?? (ending.length === 1 ? (ending[0] ?? null) : null);
}

const endsWith = (path: string, ending: string): boolean => path === ending || path.endsWith(`/${ending}`);
