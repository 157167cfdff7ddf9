import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The translations of a file of a course: `lesson.de.md` of `lesson.md`, by their languages. */
export function translationsBeside(folder: string, name: string): readonly { language: string; path: string }[] {
  const [stem = '', extension = ''] = name.split('.');
  return readdirSync(folder)
    .sort()
    .flatMap((each) => {
      const [first, language = '', last, ...more] = each.split('.');
      const isOne = first === stem && last === extension && more.length === 0;
      return isOne && /^[a-z]{2,3}(-[A-Z]{2})?$/.test(language) ? [{ language, path: join(folder, each) }] : [];
    });
}
