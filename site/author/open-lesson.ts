import type { IncomingFile } from '../../playground/files/incoming-files.ts';
import { shortened } from '../../playground/files/parse-project.ts';
import { pathProblem } from '../../playground/files/zip-directory.ts';
import { lessonLimits } from '../build/lesson-limits.ts';
import {
  type DraftFile,
  folderNameProblem,
  glossaryFile,
  isPictureName,
  isTextName,
  type LessonFolder,
  lessonFile,
} from './draft.ts';

export type OpenedLesson =
  /** `leftOut` counts files that no lesson is made of. */
  | { readonly ok: true; readonly folder: LessonFolder; readonly leftOut: number }
  /** In words, for who opens it. */
  | { readonly ok: false; readonly problem: string };

/** Makes a lesson of files from a folder or an archive. `name` is what they came as; the folder's own name goes before it. */
export async function openLesson(incoming: readonly IncomingFile[], name: string): Promise<OpenedLesson> {
  for (const { path } of incoming) {
    const problem = pathProblem(path);
    if (problem !== null) return refuse(problem);
  }
  const found = findLesson(incoming);
  if (typeof found === 'string') return refuse(found);
  const start = found.path.slice(0, found.path.lastIndexOf('/') + 1);
  const glossary = glossaryFor(incoming, start);
  const pathIn = (file: IncomingFile) => (file === glossary ? glossaryFile : file.path.slice(start.length));
  const isWanted = (file: IncomingFile): boolean => {
    if (file === glossary) return true;
    const path = pathIn(file);
    if (!file.path.startsWith(start) || /(^|\/)\./.test(path) || file === found) return false;
    return isTextName(path) || isPictureName(path);
  };
  const wanted = incoming.filter(isWanted);
  const problem = sizeProblem(found, wanted);
  if (problem !== null) return refuse(problem);
  const files: DraftFile[] = [];
  for (const file of [found, ...wanted]) {
    const bytes = await file.read();
    if (typeof bytes === 'string') return refuse(bytes);
    const path = file === found ? lessonFile : pathIn(file);
    const read = isPictureName(path) ? { path, bytes: bytes.slice() } : { path, text: textOf(bytes) };
    if ('text' in read && read.text === null)
      return refuse(`${shortened(path)} is not text in UTF-8. Save it as UTF-8 and open it again.`);
    files.push(read as DraftFile);
  }
  const folder = { name: nameFor([start.split('/').at(-2), name.replace(/\.(zip|md)$/i, '')]), files };
  return { ok: true, folder, leftOut: incoming.length - files.length };
}

const refuse = (problem: string): OpenedLesson => ({ ok: false, problem });

/** The `lesson.md`, or the only markdown file; else what is wrong. */
function findLesson(incoming: readonly IncomingFile[]): IncomingFile | string {
  const texts = incoming.filter(({ path }) => /\.md$/i.test(path) && !/(^|\/)(\.|__MACOSX\/)/.test(path));
  const lessons = texts.filter(({ path }) => path.split('/').at(-1) === lessonFile);
  const [only] = lessons.length === 0 ? texts : lessons;
  if (!only || (lessons.length === 0 && texts.length > 1)) return 'There is no lesson.md in it.';
  if (lessons.length > 1) return `There are ${lessons.length} lessons in it. Open the folder of one.`;
  return only;
}

/** The `glossary.yaml` beside a lesson, or else in the nearest folder above its own. */
function glossaryFor(incoming: readonly IncomingFile[], folder: string): IncomingFile | null {
  const above = incoming.filter(
    ({ path }) => path.split('/').at(-1) === glossaryFile && folder.startsWith(path.slice(0, -glossaryFile.length)),
  );
  return above.sort((a, b) => b.path.length - a.path.length)[0] ?? null;
}

/** Before any of it is read. */
function sizeProblem(lesson: IncomingFile, others: readonly IncomingFile[]): string | null {
  const bytesOf = (files: readonly IncomingFile[]) => files.reduce((sum, { size }) => sum + size, 0);
  const pictures = others.filter(({ path }) => isPictureName(path.split('/').at(-1) ?? ''));
  const texts = others.filter((file) => !pictures.includes(file));
  const { files, lesson: mostLesson, textBytes, pictureBytes } = lessonLimits;
  if (others.length >= files) return `It has ${others.length + 1} files; a lesson has at most ${files} here.`;
  if (lesson.size > mostLesson) return `Its text has more than ${mostLesson / 1000} kB, the most that is read here.`;
  if (bytesOf(texts) > textBytes)
    return `Its sources have more than ${textBytes / 1e6} MB, the most that is kept here.`;
  if (bytesOf(pictures) > pictureBytes)
    return `Its pictures have more than ${pictureBytes / 1e6} MB, the most that is kept here.`;
  return null;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text.replaceAll('\r\n', '\n');
  } catch {
    return null;
  }
}

/** The first of some names that a lesson's folder can have; else one made of the last. */
function nameFor(names: readonly (string | undefined)[]): string {
  const good = names.find((each) => each !== undefined && folderNameProblem(each) === null);
  if (good !== undefined) return good;
  const words = (names.at(-1) ?? '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return `01-${words.join('-').slice(0, 60) || 'lesson'}`.replace(/-$/, '');
}
