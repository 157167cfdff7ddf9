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
  /** What other tabs had kept of it when this one changed it too, the newest first. */
  readonly others: readonly LessonFolder[];
  readonly aside: (LessonFolder & { readonly what: string }) | null;
}

export type DraftEvent =
  | { readonly kind: 'edited'; readonly path: string; readonly text: string }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'added'; readonly file: DraftFile }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'replaced'; readonly folder: LessonFolder; readonly what: string }
  | { readonly kind: 'undone' }
  /** Another tab has kept these. */
  | { readonly kind: 'found'; readonly others: readonly LessonFolder[] }
  /** The first of those changes places with what is there. */
  | { readonly kind: 'taken' }
  /** They are no more wanted. */
  | { readonly kind: 'forgotten' };

/** The file that every lesson has. */
export const lessonFile = 'lesson.md';

/** The terms of the lesson's own course, where it comes with them. */
export const glossaryFile = 'glossary.yaml';

export function reduceDraft(draft: Draft, event: DraftEvent): Draft {
  const { name, files, others } = draft;
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
      return { ...draft, files: [...without(file.path), file], aside: aside ?? draft.aside };
    }
    case 'renamed':
      return { ...draft, files: files.map((file) => (file.path === event.path ? { ...file, path: event.to } : file)) };
    case 'removed':
      return { ...draft, files: without(event.path), aside: { name, files, what: `${event.path} removed` } };
    case 'replaced':
      // What is there already takes nothing away: the way back stays the one to what was there before.
      return isSameFolder(draft, event.folder)
        ? draft
        : { ...event.folder, others, aside: { name, files, what: event.what } };
    case 'undone': {
      const { aside } = draft;
      return aside ? { name: aside.name, files: aside.files, others, aside: { name, files, what: 'undone' } } : draft;
    }
    case 'found':
      return { ...draft, others: event.others };
    case 'taken': {
      const [first, ...rest] = others;
      return first ? { ...draft, ...first, others: [...rest, { name, files }] } : draft;
    }
    case 'forgotten':
      return { ...draft, others: [] };
    default:
      return event satisfies never;
  }
}

export const isText = (file: DraftFile): file is Extract<DraftFile, { readonly text: string }> => 'text' in file;

/** Whether two folders hold the same under the same names. */
export function isSameFolder(one: LessonFolder, other: LessonFolder): boolean {
  const areSame = (file: DraftFile, at: number) => {
    const like = other.files[at];
    return like !== undefined && isSameFile(file, like);
  };
  return one.name === other.name && one.files.length === other.files.length && one.files.every(areSame);
}

function isSameFile(one: DraftFile, other: DraftFile): boolean {
  if (one.path !== other.path) return false;
  if (isText(one) || isText(other)) return isText(one) && isText(other) && one.text === other.text;
  return one.bytes.length === other.bytes.length && one.bytes.every((byte, at) => byte === other.bytes[at]);
}

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
