import type { MemoryState, MemoryView } from '../trace/memory-state.ts';
import type { Finding } from '../trace/trace.ts';
import { lineInWords, viewName } from '../trace/view-words.ts';
import { formatAddress, formatCount, formatSize } from '../view-model/hexadecimal.ts';
import { isSamePlace, viewPlace } from '../view-model/place.ts';
import { GoTo } from './go-to.tsx';
import type { PanelProps } from './panel-props.ts';
import { TableHead } from './table-head.tsx';
import './views-panel.css';

interface ViewsPanelProps extends PanelProps {
  /** Of the whole run; null where nothing was recorded. */
  readonly findings: readonly Finding[] | null;
  readonly onGo: (step: number) => void;
}

/** Every typed array and DataView that the learner's JavaScript made over this memory; detached ones stay as ghosts. */
export function ViewsPanel({ state, selection, onSelect, findings, onGo }: ViewsPanelProps) {
  if (!state || state.views.length === 0) {
    return (
      <p className="empty">
        No views yet: make one with <code>new Uint8Array(memory.buffer)</code>.
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="views-panel" aria-label="Views" tabIndex={0}>
      <table>
        <TableHead titles={['View', 'Begins at', 'Elements', 'Covers']} />
        <tbody>
          {state.views.map((view) => (
            <tr
              key={view.id}
              data-state={view.state.kind}
              data-selected={isSamePlace(selection, viewPlace(view)) || undefined}
            >
              <th scope="row">
                <button type="button" className="link" onClick={() => onSelect(viewPlace(view))}>
                  view {view.id}
                </button>{' '}
                <code>{view.type}</code>{' '}
                <span className="made">{view.madeBy === 'glue' ? viewName(view) : madeInWords(view)}</span>
                <span className="view-state">
                  {stateInWords(view, state)}
                  {view.state.kind === 'detached' && (
                    <>
                      {' '}
                      <GoTo step={Math.max(0, view.state.inStep - 1)} place={null} onGo={onGo} />
                    </>
                  )}
                </span>
                <Mistakes of={findings?.filter((finding) => finding.view === view.id) ?? []} onGo={onGo} />
              </th>
              <td>{formatAddress(view.byteOffset)}</td>
              <td>{formatCount(view.length)}</td>
              <td>{formatSize(view.length * view.bytesPerElement)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const madeInWords = ({ madeAtLine, madeInFile }: MemoryView): string =>
  madeAtLine === null ? '' : lineInWords(madeAtLine, madeInFile);

/** What was done wrong with a view, in the whole run: its uses after it was detached among it. */
function Mistakes({ of, onGo }: { readonly of: readonly Finding[]; readonly onGo: (step: number) => void }) {
  if (of.length === 0) return null;
  return (
    <ul className="view-mistakes">
      {of.map(({ kind, step, place, text }) => (
        <li key={`${step} ${kind}`} title={text}>
          <span aria-hidden="true">⚠ </span>
          {kind}: <GoTo step={step} place={place} onGo={onGo} />
        </li>
      ))}
    </ul>
  );
}

function stateInWords({ state, tracksLength }: MemoryView, { growths }: MemoryState): string {
  if (state.kind === 'live') return tracksLength ? 'live, tracks growth' : 'live';
  if (state.growth === null) return `detached${byLine(state)}: memory got another buffer`;
  const growth = growths[state.growth];
  const size = growth && growth.to > growth.from ? ` from ${growth.from} to ${growth.to} pages` : ' by nothing';
  const caller = growth?.by === 'program' && state.byLine !== null ? ', which called C++' : '';
  const pages = growth ? `, growth${size}` : '';
  return `detached${byLine(state)}${caller}${pages}`;
}

const byLine = ({ byLine: line, byFile }: Extract<MemoryView['state'], { kind: 'detached' }>): string =>
  line === null ? '' : ` by ${lineInWords(line, byFile)}`;
