import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { SourceFile } from '../compiler/compilation.ts';
import { quotedIncludes } from '../compiler/translation-units.ts';

/** A program's files as the compiler wants them, and the way back to the names that the user knows. */
export interface Program {
  readonly files: readonly SourceFile[];
  /** The path to show for a file of the program, relative to the working folder. */
  shown(path: string): string;
}

/**
 * Reads the named files and, following `#include "…"`, those beside them. Throws an error in words when a named file
 * cannot be read; an included one that is missing is left for the compiler to tell.
 */
export function readProgram(names: readonly string[]): Program {
  const texts = new Map<string, string>();
  const read = (path: string): void => {
    if (texts.has(path)) return;
    const text = readFileSync(path, 'utf8');
    texts.set(path, text);
    for (const name of quotedIncludes(text)) {
      try {
        read(resolve(dirname(path), name));
      } catch {
        // no such file here: a header of the system, or an error that the compiler tells with its line
      }
    }
  };
  for (const name of names) {
    try {
      read(resolve(name));
    } catch (error) {
      throw new Error(`${name} cannot be read: ${inWords(error as NodeJS.ErrnoException)}`);
    }
  }
  const base = commonFolder([...texts.keys()]);
  return {
    files: [...texts].map(([path, text]) => ({ path: relative(base, path).split(sep).join('/'), text })),
    shown: (path) => relative(process.cwd(), resolve(base, path)) || path,
  };
}

function inWords({ code, message }: NodeJS.ErrnoException): string {
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EISDIR: 'it is a folder; name the files in it',
    EACCES: 'you have no permission',
  };
  return known[code ?? ''] ?? message;
}

function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '.');
  while (!paths.every((path) => path.startsWith(folder.endsWith(sep) ? folder : folder + sep)))
    folder = dirname(folder);
  return folder;
}
