import { fileNameProblem } from '../../playground/lesson/file-names.ts';

/** A file of a lesson's folder: text, or the bytes of a picture. The path is below the folder. */
export type DraftFile =
  | { readonly path: string; readonly text: string }
  | { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> };

/** A lesson's folder. The first file is `lesson.md`. */
export interface LessonFolder {
  /** Its name: `08-allocation`. */
  readonly name: string;
  readonly files: readonly DraftFile[];
}

/** A lesson that is being written, and what it was before the last change that took something away. */
export interface Draft extends LessonFolder {
  readonly aside: (LessonFolder & { readonly what: string }) | null;
}

export type DraftEvent =
  | { readonly kind: 'edited'; readonly path: string; readonly text: string }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'added'; readonly file: DraftFile }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'replaced'; readonly folder: LessonFolder; readonly what: string }
  | { readonly kind: 'undone' };

/** The file that every lesson has. */
export const lessonFile = 'lesson.md';

/** The terms of the lesson's own course, where it comes with them. */
export const glossaryFile = 'glossary.yaml';

export function reduceDraft(draft: Draft, event: DraftEvent): Draft {
  const { name, files } = draft;
  const without = (path: string) => files.filter((file) => file.path !== path);
  switch (event.kind) {
    case 'edited':
      return {
        ...draft,
        files: files.map((file) => (file.path === event.path ? { ...file, text: event.text } : file)),
      };
    case 'named':
      return { ...draft, name: event.name };
    case 'added': {
      const { file } = event;
      const aside = files.some(({ path }) => path === file.path)
        ? { name, files, what: `${file.path} replaced` }
        : null;
      return { name, files: [...without(file.path), file], aside: aside ?? draft.aside };
    }
    case 'renamed':
      return { ...draft, files: files.map((file) => (file.path === event.path ? { ...file, path: event.to } : file)) };
    case 'removed':
      return { name, files: without(event.path), aside: { name, files, what: `${event.path} removed` } };
    case 'replaced':
      return { ...event.folder, aside: { name, files, what: event.what } };
    case 'undone': {
      const { aside } = draft;
      return aside ? { name: aside.name, files: aside.files, aside: { name, files, what: 'undone' } } : draft;
    }
    default:
      return event satisfies never;
  }
}

export const isText = (file: DraftFile): file is Extract<DraftFile, { readonly text: string }> => 'text' in file;

/** The text of `lesson.md`. */
export function lessonText({ files }: LessonFolder): string {
  const file = files.find(({ path }) => path === lessonFile);
  return file && isText(file) ? file.text : '';
}

export const isPictureName = (path: string): boolean => /^\w[\w.-]*\.(svg|png|jpg|webp|avif)$/.test(path);

/** Whether a file is one that is written in the editor, by its name. */
export const isTextName = (path: string): boolean =>
  path === glossaryFile || /\.(md|c|cc|cpp|h|hpp|wat|js)$/.test(path);

const folderName = /^\d{1,3}-[a-z0-9]+(-[a-z0-9]+)*$/;

/** What is wrong with the name of a lesson's folder, in words; null when nothing is. */
export function folderNameProblem(name: string): string | null {
  if (folderName.test(name)) return null;
  return 'A lesson’s folder is a number, a hyphen, then small letters, digits and hyphens: 08-allocation.';
}

/** What is wrong with the name of a new file of the folder, in words; null when nothing is. */
export function draftNameProblem(name: string, taken: readonly string[]): string | null {
  if (!isPictureName(name)) return fileNameProblem(name, taken);
  return taken.includes(name) ? `There is a file ${name} already.` : null;
}

/** The number and the address that the folder's name gives a lesson. */
export function placeOf(name: string): { readonly number: number; readonly slug: string } {
  const [, number, slug = 'lesson'] = /^(\d+)-(.+)$/.exec(name) ?? [];
  return { number: Number(number ?? 0), slug };
}
