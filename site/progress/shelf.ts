/** What happened to a write or a read of saved text. */
export type ShelfProblem =
  /** The browser's space for this site is used up. */
  | 'full'
  /** The browser keeps nothing for this site: storage is switched off, or this is a private window. */
  | 'unavailable';

/** Texts that outlive the page. It never throws: what fails is a value. */
export interface Shelf {
  read(key: string): { readonly text: string | null } | { readonly problem: ShelfProblem };
  write(key: string, text: string): ShelfProblem | null;
  remove(key: string): ShelfProblem | null;
  keys(prefix: string): readonly string[];
}

/** A shelf over `localStorage`, or over anything with its interface. `open` may throw, as reading `localStorage` may. */
export function createShelf(open: () => Storage): Shelf {
  const attempt = <Result>(act: (storage: Storage) => Result): { result: Result } | { problem: ShelfProblem } => {
    try {
      return { result: act(open()) };
    } catch (error) {
      return { problem: isFull(error) ? 'full' : 'unavailable' };
    }
  };
  return {
    read(key) {
      const outcome = attempt((storage) => storage.getItem(key));
      return 'problem' in outcome ? outcome : { text: outcome.result };
    },
    write(key, text) {
      const outcome = attempt((storage) => storage.setItem(key, text));
      return 'problem' in outcome ? outcome.problem : null;
    },
    remove(key) {
      const outcome = attempt((storage) => storage.removeItem(key));
      return 'problem' in outcome ? outcome.problem : null;
    },
    keys(prefix) {
      const outcome = attempt((storage) =>
        Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
          key.startsWith(prefix),
        ),
      );
      return 'problem' in outcome ? [] : outcome.result;
    },
  };
}

function isFull(error: unknown): boolean {
  return (
    error instanceof DOMException &&
    (error.name === 'QuotaExceededError' || error.name === 'NS_ERROR_DOM_QUOTA_REACHED')
  );
}
