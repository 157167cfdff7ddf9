import { useMemo, useSyncExternalStore } from 'react';
import { programOfLink } from '../../files/link-fragment.ts';
import { readLink } from '../../files/share-link.ts';
import { Lab, type LabProps } from '../lab.tsx';
import './linked-lab.css';
import { keepLinked, linkedProgram } from './linked-program.ts';

interface LinkedLabProps extends LabProps {
  /** The programs that this page has. */
  readonly programs: readonly string[];
}

/**
 * The lab of a page; where the address holds a program, that one beside the page's own. Following a link runs nothing,
 * and leaves what the learner has as it is.
 */
export function LinkedLab({ programs, ...props }: LinkedLabProps) {
  const { program: page, storage } = props;
  const fragment = useSyncExternalStore(subscribe, () => location.hash);
  const wanted = programOfLink(fragment);
  // A link to a program that the page has no more opens in whichever lab there is.
  const isHere = wanted !== null && (wanted === page.id || !programs.includes(wanted));
  const link = useMemo(() => (isHere ? readLink(fragment) : null), [isHere, fragment]);
  if (!link) return <Lab key="own" {...props} />;
  if (!link.ok) {
    return (
      <Lab key="own" {...props}>
        <LinkBar words={link.problem} role="alert">
          <button type="button" className="button" onClick={leave}>
            Dismiss
          </button>
        </LinkBar>
        {props.children}
      </Lab>
    );
  }
  const linked = linkedProgram(page, link.shared);
  const keep = () => {
    keepLinked(page, linked, storage);
    leave();
  };
  return (
    <Lab key={linked.id} {...props} program={linked} startStep={link.shared.step}>
      <LinkBar words="This program came with a link. It runs only when you press Run. Your own program is kept.">
        <button type="button" className="button" onClick={leave}>
          Back to my program
        </button>
        <button type="button" className="button" onClick={keep}>
          Keep this in place of mine
        </button>
      </LinkBar>
      {props.children}
    </Lab>
  );
}

interface LinkBarProps {
  readonly words: string;
  readonly role?: 'alert' | 'status';
  readonly children: React.ReactNode;
}

function LinkBar({ words, role = 'status', children }: LinkBarProps) {
  return (
    <section className="link-bar" aria-label="Shared link">
      <p role={role}>{words}</p>
      {children}
    </section>
  );
}

const left = new EventTarget();

/** Takes the program out of the address; the browser's way back leads to it again. */
function leave(): void {
  history.pushState(null, '', location.pathname + location.search);
  left.dispatchEvent(new Event('left'));
  // The button that was pressed is gone: the lab's first one takes the focus.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.lab-toolbar button')?.focus());
}

function subscribe(onChange: () => void): () => void {
  const stopper = new AbortController();
  const { signal } = stopper;
  left.addEventListener('left', onChange, { signal });
  addEventListener('hashchange', onChange, { signal });
  addEventListener('popstate', onChange, { signal });
  return () => stopper.abort();
}
