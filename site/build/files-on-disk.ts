import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FilesBeside } from './files-beside.ts';

/** The files in a lesson's folder; `folder` is absolute. */
export function filesOnDisk(folder: string): FilesBeside {
  return {
    // It is copied into the folder of the lesson's page.
    pictureAddress: (name) => (lstatSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ? name : null),
    filesIn(name) {
      const path = join(folder, name);
      if (!existsSync(path)) return 'missing';
      if (!lstatSync(path).isDirectory()) return 'file';
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => ({ path: entry.name, text: readFileSync(join(path, entry.name), 'utf8') }));
    },
  };
}
