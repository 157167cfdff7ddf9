import { readdirSync } from 'node:fs';
import type { AuthorError } from '../build/author-errors.ts';
import { translationsBeside } from '../build/translations-beside.ts';

/**
 * Files and folders beside a lesson that nothing in it uses: most have a name that nobody looks for. Hidden ones, and those that
 * begin with `_`, are left alone. `name` is how errors call the folder; `texts` are the lesson's and its translations'.
 */
export function unusedFiles(
  folder: string,
  name: string,
  texts: readonly string[],
  pictures: ReadonlySet<string>,
): readonly AuthorError[] {
  const languages = translationsBeside(folder, 'lesson.md').map(({ language }) => `lesson.${language}.md`);
  const known = new Set(['lesson.md', 'exercises', ...languages, ...pictures]);
  return readdirSync(folder)
    .filter((entry) => !/^[._]/.test(entry) && !known.has(entry))
    .filter((entry) => !texts.some((text) => text.includes(`source="${entry}"`)))
    .sort()
    .map((entry) => ({ file: `${name}/${entry}`, line: 1, column: 1, message: messageFor(entry) }));
}

function messageFor(entry: string): string {
  if (/^lesson[^a-z].*\.(md|markdown)$/i.test(entry))
    return 'no translation is called so; name it `lesson.LANG.md`, such as `lesson.de.md`, or remove it';
  if (/^(exercises?|(right|wrong)-.*)$/i.test(entry))
    return 'sample solutions lie in `exercises/ID/right-NAME` and `exercises/ID/wrong-NAME`, in small letters; move it there';
  return 'nothing in the lesson uses this; name it there, or remove it; what begins with `_` is left alone';
}
