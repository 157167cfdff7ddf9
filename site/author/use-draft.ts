import { useCallback, useEffect, useRef, useState } from 'react';
import { siteRoot } from '../app/site-root.ts';
import templateText from '../template/lesson.md?raw';
import { type Draft, type DraftEvent, lessonFile, reduceDraft } from './draft.ts';
import { createDraftStore } from './draft-store.ts';
import { leaveDraft, takeLeft } from './left-draft.ts';
import { type OwnDraft, toKeep } from './other-drafts.ts';

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
  const own = useRef<OwnDraft | null>(null);
  const isChanged = useRef(false);
  useEffect(() => {
    void store.read().then((kept) => {
      const there = kept ?? { ...template, aside: null, others: [] };
      own.current = { kept: there, earlier: [] };
      const left = takeLeft(there);
      isChanged.current = left !== null;
      latest.current = left ?? there;
      setDraft(latest.current);
    });
  }, [store]);
  const change = useCallback((event: DraftEvent) => {
    if (!latest.current) return;
    latest.current = reduceDraft(latest.current, event);
    isChanged.current = true;
    setDraft(latest.current);
    if (isOther(event)) setOpening((before) => before + 1);
  }, []);
  useEffect(() => {
    if (!draft || !isChanged.current) return;
    const keep = () => void store.write(merged).then(setKept);
    /** The draft as it is by then, with what another tab had kept meanwhile. */
    const merged = (there: Draft | null): Draft => {
      const mine = latest.current ?? draft;
      if (!own.current) return mine;
      const kept = toKeep(there, mine, own.current, template);
      if (kept !== mine) change({ kind: 'found', others: kept.others });
      return kept;
    };
    const leave = () => {
      if (own.current && latest.current) leaveDraft(own.current.kept, latest.current);
      keep();
    };
    const timer = setTimeout(keep, pause);
    addEventListener('pagehide', leave);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', leave);
    };
  }, [draft, store, change]);
  return { draft, opening, change, isKept };
}

/** Whether another lesson comes in place of what was there. */
const isOther = ({ kind }: DraftEvent): boolean => kind === 'replaced' || kind === 'undone' || kind === 'taken';
