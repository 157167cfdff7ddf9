import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthorError } from '../build/author-errors.ts';
import { compileBugs } from '../build/compile-bugs.ts';
import { collect } from '../build/compile-course.ts';
import type { KeepingTools } from '../build/compile-folder.ts';

/** What is wrong with the programs of a folder `bugs/`, as the build has it, or as it was found of the same files. Errors name files from the working folder. */
export async function checkBugs(directory: string, tools: KeepingTools): Promise<readonly AuthorError[]> {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted();
  const texts = files.map((path) => [path, readFileSync(path, 'base64')]);
  return tools.keep(['bugs', process.cwd(), texts], async () => {
    const errors: AuthorError[] = [];
    await collect(errors, () => compileBugs(directory, tools));
    return errors;
  });
}
