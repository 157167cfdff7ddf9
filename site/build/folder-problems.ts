import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { AuthorError } from './author-errors.ts';
import { conflictIn } from './conflict-markers.ts';
import { placeAfter, wrongByte } from './course-text.ts';
import { lessonLimits } from './lesson-limits.ts';

const picture = /\.(svg|png|jpg|webp|avif)$/;
const text = /\.(md|yaml|txt|c|cc|cpp|h|hpp|js|wat)$/;

/** What would run, or load something, when a browser opens the picture by itself. */
const active = /<script\b|<foreignObject\b|<!ENTITY\b|\son[a-z]+\s*=|javascript:/i;

/**
 * What the files of a lesson's folder are that a lesson must not be made of: symbolic links, which would publish whatever they
 * lead to; text that is not UTF-8 or that two changes met in; pictures with scripts; and more than {@link lessonLimits}. Hidden files are left
 * aside. `name` is how errors call the folder.
 */
export function folderProblems(folder: string, name: string): readonly AuthorError[] {
  const errors: AuthorError[] = [];
  const entries = below(folder, '');
  const sizes = { text: 0, picture: 0 };
  for (const { path, entry } of entries) {
    const at = (message: string, line = 1, column = 1) =>
      errors.push({ file: `${name}/${path}`, line, column, message });
    if (entry.isSymbolicLink()) {
      at('this is a symbolic link, which is not followed; put the file itself here');
    } else if (!entry.isFile()) {
      at('this is no file that a lesson can have; remove it');
    } else if (picture.test(path)) {
      const { size } = statSync(join(folder, path));
      sizes.picture += size;
      if (path.endsWith('.svg') && size <= lessonLimits.pictureBytes) checkSvg(readFileSync(join(folder, path)), at);
    } else if (text.test(path)) {
      const { size } = statSync(join(folder, path));
      sizes.text += size;
      const most = path.endsWith('.md') ? lessonLimits.lesson : lessonLimits.textBytes;
      if (size > most) at(`this has ${size} bytes; it may have ${most} at most`);
      else {
        const bytes = readFileSync(join(folder, path));
        const wrong = wrongByte(bytes);
        if (wrong) at(wrong.message, wrong.line, wrong.column);
        const conflict = conflictIn(bytes.toString('utf8'), `${name}/${path}`);
        if (conflict) errors.push(conflict);
      }
    }
  }
  const whole = (message: string) => errors.push({ file: `${name}/lesson.md`, line: 1, column: 1, message });
  if (entries.length > lessonLimits.files)
    whole(`this folder holds ${entries.length} files; a lesson may have ${lessonLimits.files} at most`);
  if (sizes.text > lessonLimits.textBytes)
    whole(`the texts of this folder have ${sizes.text} bytes; they may have ${lessonLimits.textBytes} at most`);
  if (sizes.picture > lessonLimits.pictureBytes)
    whole(
      `the pictures of this folder have ${sizes.picture} bytes; they may have ${lessonLimits.pictureBytes} at most: make them smaller`,
    );
  return errors;
}

type Report = (message: string, line?: number, column?: number) => void;

function checkSvg(bytes: Buffer, at: Report): void {
  const found = bytes.toString('utf8');
  if (!/<svg[\s>]/.test(found))
    at('this is no SVG picture: it has no `<svg>`; save it as SVG, or name it by what it is');
  const match = active.exec(found);
  if (!match) return;
  const what = match[0].trim();
  const { line, column } = placeAfter(found.slice(0, match.index));
  at(`\`${what}\`: a picture holds nothing that runs; remove it`, line, column);
}

/** All that lies below a folder but folders, as paths with `/`. Links are not followed. */
function below(folder: string, path: string): readonly { path: string; entry: Dirent }[] {
  return readdirSync(join(folder, ...path.split('/')), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const own = path === '' ? entry.name : `${path}/${entry.name}`;
      return entry.isDirectory() ? below(folder, own) : [{ path: own, entry }];
    });
}
