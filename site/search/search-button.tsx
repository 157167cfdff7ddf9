import { Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../../playground/words/use-words.tsx';

const SearchDialog = lazy(() => import('./search-dialog.tsx').then(({ SearchDialog }) => ({ default: SearchDialog })));

/** Opens the search, which is loaded then; so does the key `/` where nobody types. */
export function SearchButton() {
  const { name } = useWords().search;
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button
        type="button"
        className="icon-button needs-js"
        aria-label={name}
        aria-keyshortcuts="/"
        title={`${name} ( / )`}
        onClick={() => setOpen(true)}
      >
        <Search aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="textbox"], .monaco-editor, dialog') !== null);
