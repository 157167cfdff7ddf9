import { useEffect, useState } from 'react';
import type { Compiler } from '../compiler/compilation.ts';
import type { LabEvent, LabState } from './lab-state.ts';

/** Milliseconds without a keystroke after which the program is checked. */
const pause = 400;

/**
 * Checks the program while it is typed; returns what to call after each edit. The first edit fetches the compiler, so
 * that a page that is only read loads none.
 */
export function useSyntaxCheck(state: LabState, compiler: Compiler, dispatch: (event: LabEvent) => void): () => void {
  const { files, settings } = state;
  const [hasEdits, setHasEdits] = useState(false);
  // A run compiles anyway; what was typed meanwhile is checked after it.
  const isDue = hasEdits && state.activity === 'idle' && state.diagnosed !== files;
  useEffect(() => {
    if (!isDue) return;
    const stopper = new AbortController();
    const timer = setTimeout(async () => {
      try {
        await compiler.prepare((progress) => dispatch({ kind: 'fetching', progress }), files);
        dispatch({ kind: 'fetching', progress: null });
        if (stopper.signal.aborted) return;
        const diagnostics = await compiler.checkSyntax(files, settings, stopper.signal);
        if (!stopper.signal.aborted) dispatch({ kind: 'diagnosed', files, diagnostics });
      } catch {
        // Not fetched: the next run says why.
        dispatch({ kind: 'fetching', progress: null });
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      stopper.abort();
    };
  }, [files, settings, isDue, compiler, dispatch]);
  return () => setHasEdits(true);
}
