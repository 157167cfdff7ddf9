import { useCallback, useEffect, useRef, useState } from 'react';
import { siteRoot } from '../app/site-root.ts';
import templateText from '../template/lesson.md?raw';
import { type Draft, type DraftEvent, lessonFile, reduceDraft } from './draft.ts';
import { createDraftStore } from './draft-store.ts';

/** What a new lesson starts from, as that of `pagewise lesson new`: it passes. */
export const template = { name: '01-your-lesson', files: [{ path: lessonFile, text: templateText }] } as const;

/** Milliseconds after a change until it is kept. */
const pause = 200;

/** The lesson that is being written: as it was left, or the template. Null until that is known. */
export function useDraft(): {
  readonly draft: Draft | null;
  /** How often another lesson came in its place. */
  readonly opening: number;
  readonly change: (event: DraftEvent) => void;
  /** False when the browser keeps nothing. */
  readonly isKept: boolean;
} {
  const [draft, setDraft] = useState<Draft | null>(null);
  const [opening, setOpening] = useState(0);
  const [isKept, setKept] = useState(true);
  const [store] = useState(() => createDraftStore(siteRoot()));
  const latest = useRef<Draft | null>(null);
  const isChanged = useRef(false);
  useEffect(() => {
    void store.read().then((kept) => {
      latest.current = kept ?? { ...template, aside: null };
      setDraft(latest.current);
    });
  }, [store]);
  const change = useCallback((event: DraftEvent) => {
    if (!latest.current) return;
    latest.current = reduceDraft(latest.current, event);
    isChanged.current = true;
    setDraft(latest.current);
    if (event.kind === 'replaced' || event.kind === 'undone') setOpening((before) => before + 1);
  }, []);
  useEffect(() => {
    if (!draft || !isChanged.current) return;
    const keep = () => void store.write(draft).then(setKept);
    const timer = setTimeout(keep, pause);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
    };
  }, [draft, store]);
  return { draft, opening, change, isKept };
}
