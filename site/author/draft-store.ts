import { openDB } from 'idb';
import { type Draft, type DraftFile, isText, type LessonFolder, lessonFile } from './draft.ts';

const store = 'drafts';

/** Keeps the lesson that is being written in this browser, for the site at this address. */
export interface DraftStore {
  /** Null when nothing is kept, or nothing can be. */
  read(): Promise<Draft | null>;
  /**
   * Keeps what `toKeep` gives for what is kept now, which no other tab changes meanwhile. False when there was no room, or
   * the browser keeps nothing.
   */
  write(toKeep: (there: Draft | null) => Draft): Promise<boolean>;
}

export function createDraftStore(site: URL): DraftStore {
  const open = () => openDB('pagewise-author', 1, { upgrade: (database) => void database.createObjectStore(store) });
  let opened: ReturnType<typeof open> | null = null;
  const database = () => {
    opened ??= open();
    return opened;
  };
  return {
    async read() {
      try {
        return draftOf(await (await database()).get(store, site.pathname));
      } catch {
        return null;
      }
    },
    async write(toKeep) {
      try {
        const transaction = (await database()).transaction(store, 'readwrite');
        const there = draftOf(await transaction.store.get(site.pathname));
        await Promise.all([transaction.store.put(toKeep(there), site.pathname), transaction.done]);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Another version of the site may have written it: null where it is no draft. */
function draftOf(kept: unknown): Draft | null {
  const { aside, others = [] } = (kept ?? {}) as Partial<Draft>;
  if (!isFolder(kept) || !Array.isArray(others)) return null;
  if (aside !== null && !(typeof aside?.what === 'string' && isFolder(aside))) return null;
  return { name: kept.name, files: kept.files, aside, others: others.filter(isFolder) };
}

function isFolder(kept: unknown): kept is LessonFolder {
  const { name, files } = (kept ?? {}) as Partial<LessonFolder>;
  return typeof name === 'string' && areFiles(files);
}

const areFiles = (files: unknown): files is readonly DraftFile[] =>
  Array.isArray(files) && files[0]?.path === lessonFile && files.every(isFile);

function isFile(file: DraftFile): boolean {
  return (
    typeof file.path === 'string' && (isText(file) ? typeof file.text === 'string' : file.bytes instanceof Uint8Array)
  );
}
