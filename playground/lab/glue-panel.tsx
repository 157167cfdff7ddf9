import { useMemo } from 'react';
import { CodeEditor } from '../editor/code-editor.tsx';
import { useNewest } from '../panels/use-newest.ts';
import { gluePath } from '../session/prepare-glue.ts';
import { currentLine } from '../view-model/current-line.ts';
import { listGlue, rowOf, sharesInWords } from '../view-model/glue-listing.ts';
import type { Lab } from './use-lab.ts';
import './glue-panel.css';

/** The JavaScript around the program that Emscripten wrote, as far as the program reaches it. */
export function GluePanel({ lab }: { readonly lab: Lab }) {
  const { isLive, moment, travel, stepsIntoGlue, activity } = lab.state;
  const source = useNewest(isLive ? lab.glue : null, [isLive, travel]);
  const listing = useMemo(() => source && listGlue(source), [source]);
  const at = moment && currentLine(moment, (path) => (path === gluePath ? path : null));
  const row = at && listing ? rowOf(listing, at.line) : null;
  return (
    <section className="glue-panel" aria-label="Glue">
      <header>
        {listing && (
          <p>
            <strong>{sharesInWords(listing)}</strong>: what this program reaches of the JavaScript that Emscripten wrote
            around it.
          </p>
        )}
        <label>
          <input
            type="checkbox"
            checked={stepsIntoGlue}
            // Not `disabled`: while the program runs again it would lose the focus.
            aria-disabled={activity !== 'idle'}
            onChange={({ target }) => activity === 'idle' && lab.setStepsIntoGlue(target.checked)}
          />{' '}
          Step into glue
        </label>
      </header>
      {listing ? (
        <CodeEditor
          key={listing.text}
          isReadOnly
          file={{ path: 'glue.mjs', text: listing.text }}
          lineNumbers={(each) => String(listing.numbers[each - 1] ?? '')}
          diagnostics={[]}
          current={at && row !== null ? { line: row, kind: at.kind } : null}
        />
      ) : (
        <p className="empty">
          {isLive ? 'This program needs no glue, and loads none.' : 'The glue appears once a program runs.'}
        </p>
      )}
    </section>
  );
}
