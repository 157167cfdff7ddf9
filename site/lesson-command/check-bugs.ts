import type { AuthorError } from '../build/author-errors.ts';
import { compileBugs } from '../build/compile-bugs.ts';
import { collect } from '../build/compile-course.ts';
import { filesOf, type KeepingTools } from '../build/compile-folder.ts';

/** What is wrong with the programs of a folder `bugs/`, as the build has it, or as it was found of the same files. Errors name files from the working folder. */
export async function checkBugs(directory: string, tools: KeepingTools): Promise<readonly AuthorError[]> {
  return tools.keep(['bugs', process.cwd(), directory, filesOf(directory)], async () => {
    const errors: AuthorError[] = [];
    await collect(errors, () => compileBugs(directory, tools));
    return errors;
  });
}
