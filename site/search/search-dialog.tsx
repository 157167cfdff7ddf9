import { type KeyboardEvent, Suspense, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../playground/words/use-words.tsx';
import { PageLink } from '../app/navigation.tsx';
import { type Piece, type SearchResult, searchCourse } from './search-course.ts';
import { useSearchEntries } from './search-loader.ts';

interface SearchDialogProps {
  readonly onClose: () => void;
}

/** A field and what it finds. Arrows go from the field through the results, Escape closes. */
export function SearchDialog({ onClose }: SearchDialogProps) {
  const words = useWords().search;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query);
  useEffect(() => dialog.current?.showModal(), []);
  const links = (): readonly HTMLElement[] => [...(dialog.current?.querySelectorAll<HTMLElement>('.result a') ?? [])];
  const move = (event: KeyboardEvent): void => {
    const stop = links().indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Enter' && stop === -1) links()[0]?.click();
    else if (event.key === 'ArrowDown') links()[Math.min(stop + 1, links().length - 1)]?.focus();
    else if (event.key === 'ArrowUp' && stop > 0) links()[stop - 1]?.focus();
    else if (event.key === 'ArrowUp') dialog.current?.querySelector('input')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    // A press beside the box closes it; the keyboard has Escape for that.
    <dialog
      ref={dialog}
      className="search"
      aria-label={words.name}
      onClose={onClose}
      onKeyDown={move}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="search-box">
        <label htmlFor={id}>{words.name}</label>
        <input
          id={id}
          type="search"
          autoComplete="off"
          placeholder={words.example}
          value={query}
          onChange={({ currentTarget }) => setQuery(currentTarget.value)}
        />
        <Suspense fallback={<p>{words.loading}</p>}>
          <Results query={asked} onFollow={onClose} />
        </Suspense>
      </div>
    </dialog>
  );
}

function Results({ query, onFollow }: { readonly query: string; readonly onFollow: () => void }) {
  const words = useWords();
  const results = searchCourse(useSearchEntries(words.language), query);
  const isAsked = query.trim() !== '';
  return (
    <>
      <p role="status" className="search-count">
        {isAsked ? (results.length === 0 ? words.search.nothing : words.search.count(results.length)) : ''}
      </p>
      <ol className="results">
        {results.map((result) => (
          <Result key={`${result.entry.address} ${result.entry.title}`} result={result} onFollow={onFollow} />
        ))}
      </ol>
    </>
  );
}

function Result({ result, onFollow }: { readonly result: SearchResult; readonly onFollow: () => void }) {
  const { kinds } = useWords().search;
  const { entry, title, excerpt } = result;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a link's Enter is a click
    <li className="result" onClick={({ target }) => target instanceof Element && target.closest('a') && onFollow()}>
      <PageLink to={entry.address} {...(entry.language !== undefined && { language: entry.language })}>
        <Pieces pieces={title} />
      </PageLink>
      <span className="facts">
        {kinds[entry.kind]}
        {entry.within !== '' && entry.kind !== 'term' && (
          <>
            {' · '}
            <span lang={entry.language}>{entry.within}</span>
          </>
        )}
      </span>
      <p lang={entry.language}>
        <Pieces pieces={excerpt} />
      </p>
    </li>
  );
}

function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  // The pieces of a text never change their order.
  return pieces.map(({ text, isMatch }, index) => (isMatch ? <mark key={index}>{plain(text)}</mark> : plain(text)));
}

/** Without the marks of code. */
const plain = (text: string): string => text.replaceAll('`', '');
