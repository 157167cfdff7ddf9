import { delimiter, join } from 'node:path';
import { isExecutable } from '../../site/build/test-browser/find-chromium.ts';

/** The file named by an environment variable, else the first of `names` on the path or in `folders`. Throws when none is there. */
export function findExecutable(variable: string, names: readonly string[], folders: readonly string[] = []): string {
  const given = process.env[variable];
  if (given) return given;
  const places = [...(process.env.PATH ?? '').split(delimiter), ...folders];
  for (const name of names) {
    for (const folder of places) {
      const path = join(folder, name);
      if (isExecutable(path)) return path;
    }
  }
  throw new Error(`no ${names[0]} on this machine: install it, or set ${variable} to its path`);
}
