import type { SourceFile } from './compilation.ts';
import { isSource } from './llvm/compile-arguments.ts';

/** The names that a text includes with quotes, as they are written there. */
export function quotedIncludes(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"\n]+)"/gm)].map(([, name = '']) => name);
}

/** The files that are compiled on their own: those with a source ending that no other file of the program includes. */
export function translationUnits(files: readonly SourceFile[]): readonly SourceFile[] {
  const included = new Set<string>();
  for (const { path, text } of files) {
    for (const name of quotedIncludes(text)) {
      const target = resolve(path, name);
      if (target !== path) included.add(target);
    }
  }
  const units = files.filter(({ path }) => isSource(path) && !included.has(path));
  // Files that include each other in a circle still have to be compiled.
  return units.length > 0 ? units : files.filter(({ path }) => isSource(path));
}

/** The path that `name` means in an include of the file `from`. */
function resolve(from: string, name: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
