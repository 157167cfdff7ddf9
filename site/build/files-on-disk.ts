import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FilesBeside } from './files-beside.ts';

/** The files in a lesson's folder; `folder` is absolute. */
export function filesOnDisk(folder: string): FilesBeside {
  return {
    // It is copied into the folder of the lesson's page.
    pictureAddress: (name) => (existsSync(join(folder, name)) ? name : null),
    filesIn(name) {
      const path = join(folder, name);
      if (!existsSync(path)) return 'missing';
      if (!statSync(path).isDirectory()) return 'file';
      return readdirSync(path, { withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => ({ path: entry.name, text: readFileSync(join(path, entry.name), 'utf8') }));
    },
  };
}
