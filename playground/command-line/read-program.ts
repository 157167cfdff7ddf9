import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import type { SourceFile } from '../compiler/compilation.ts';
import { quotedIncludes } from '../compiler/translation-units.ts';

/** A program's files as the compiler wants them, and the way back to the names that the user knows. */
export interface Program {
  readonly files: readonly SourceFile[];
  /** The path to show for a file of the program: as the user named it, or relative to the working folder. */
  shown(path: string): string;
}

/** A file that the user named cannot be read; the message says why. */
export class Unreadable extends Error {
  constructor(name: string, error: NodeJS.ErrnoException) {
    super(`${name} cannot be read: ${inWords(error)}`);
  }
}

/** Reads a file's bytes. Throws `Unreadable`. */
export function readBytes(name: string): Uint8Array {
  try {
    return readFileSync(name);
  } catch (error) {
    throw new Unreadable(name, error as NodeJS.ErrnoException);
  }
}

/**
 * Reads the named files and, following `#include "…"`, those beside them. Throws `Unreadable` for a named file; an
 * included one that is missing is left for the compiler to tell.
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
      throw new Unreadable(name, error as NodeJS.ErrnoException);
    }
  }
  const base = commonFolder([...texts.keys()]);
  return {
    files: [...texts].map(([path, text]) => ({ path: relative(base, path).split(sep).join('/'), text })),
    shown(path) {
      const whole = resolve(base, path);
      return names.find((name) => resolve(name) === whole) ?? (relative(process.cwd(), whole) || path);
    },
  };
}

/** Why a file cannot be read or written. */
export function inWords({ code, message }: NodeJS.ErrnoException): string {
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
