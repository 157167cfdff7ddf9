import { type Draft, isText, type LessonFolder } from './draft.ts';

/** What a tab had when its page was left, before the database could keep it. */
interface Left {
  /** The texts that it had kept before, by path. */
  readonly kept: Readonly<Record<string, string>>;
  /** Those that it had then. */
  readonly last: Readonly<Record<string, string>>;
}

const key = 'draft-left';

const textsOf = ({ files }: LessonFolder): Readonly<Record<string, string>> =>
  Object.fromEntries(files.filter(isText).map(({ path, text }) => [path, text]));

/** Keeps the texts of a page that is left, for a reload in the same tab: the database would answer too late. */
export function leaveDraft(kept: Draft, last: Draft): void {
  const left: Left = { kept: textsOf(kept), last: textsOf(last) };
  try {
    sessionStorage.setItem(key, JSON.stringify(left));
  } catch {
    // The browser keeps nothing, or has no room: what was typed in the last moment is lost.
  }
}

/**
 * The draft `there`, which the database has kept, with the texts that this tab had when its page was left; null where nothing was
 * left, or all of it is kept. Takes them away.
 */
export function takeLeft(there: Draft): Draft | null {
  try {
    const { kept, last } = JSON.parse(sessionStorage.getItem(key) ?? '') as Left;
    sessionStorage.removeItem(key);
    const files = there.files.map((file) => {
      const mine = last[file.path];
      const isNewer = isText(file) && typeof mine === 'string' && mine !== file.text && kept[file.path] === file.text;
      return isNewer ? { ...file, text: mine } : file;
    });
    return files.some((file, at) => file !== there.files[at]) ? { ...there, files } : null;
  } catch {
    return null;
  }
}
