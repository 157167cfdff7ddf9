import { openDB } from 'idb';
import { type Draft, type DraftFile, isText, lessonFile } from './draft.ts';

const store = 'drafts';

/** Keeps the lesson that is being written in this browser, for the site at this address. */
export interface DraftStore {
  /** Null when nothing is kept, or nothing can be. */
  read(): Promise<Draft | null>;
  /** False when there was no room, or the browser keeps nothing. */
  write(draft: Draft): Promise<boolean>;
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
        const kept: unknown = await (await database()).get(store, site.pathname);
        return isDraft(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    async write(draft) {
      try {
        await (await database()).put(store, draft, site.pathname);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Another version of the site may have written it. */
function isDraft(kept: unknown): kept is Draft {
  const { name, files, aside } = (kept ?? {}) as Partial<Draft>;
  if (typeof name !== 'string' || !areFiles(files)) return false;
  return aside === null || (typeof aside?.what === 'string' && typeof aside.name === 'string' && areFiles(aside.files));
}

const areFiles = (files: unknown): files is readonly DraftFile[] =>
  Array.isArray(files) && files[0]?.path === lessonFile && files.every(isFile);

function isFile(file: DraftFile): boolean {
  return (
    typeof file.path === 'string' && (isText(file) ? typeof file.text === 'string' : file.bytes instanceof Uint8Array)
  );
}
