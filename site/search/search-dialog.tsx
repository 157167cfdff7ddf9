import { type KeyboardEvent, Suspense, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { useWords } from '../../playground/words/use-words.tsx';
import { PageLink } from '../app/navigation.tsx';
import { respelled } from './respell.ts';
import { type Piece, type SearchResult, searchCourse } from './search-course.ts';
import { useOtherEntries, useSearchEntries } from './search-loader.ts';

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

interface ResultsProps {
  readonly query: string;
  readonly onFollow: () => void;
}

/** What the query finds, with words that the course spells otherwise spelled so; else what the other languages have. */
function Results({ query, onFollow }: ResultsProps) {
  const words = useWords();
  const entries = useSearchEntries(words.language);
  const meant = respelled(entries, query);
  const results = searchCourse(entries, meant ?? query);
  if (query.trim() === '') return <Found status="" results={[]} onFollow={onFollow} />;
  if (results.length === 0) return <FoundElsewhere query={query} onFollow={onFollow} />;
  const count = words.search.count(results.length);
  const status = meant === null ? count : words.search.instead(meant, count);
  return <Found status={status} results={results} onFollow={onFollow} />;
}

function FoundElsewhere({ query, onFollow }: ResultsProps) {
  const words = useWords();
  const results = searchCourse(useOtherEntries(words.language), query);
  const { nothing, elsewhere, count } = words.search;
  const status = results.length === 0 ? nothing : elsewhere(count(results.length));
  return <Found status={status} results={results} onFollow={onFollow} />;
}

interface FoundProps {
  readonly status: string;
  readonly results: readonly SearchResult[];
  readonly onFollow: () => void;
}

function Found({ status, results, onFollow }: FoundProps) {
  return (
    <>
      <p role="status" className="search-count">
        {status}
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
