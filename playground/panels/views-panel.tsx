import { type MemoryState, type MemoryView, toAddress } from '../trace/memory-state.ts';
import { formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import type { PanelProps } from './panel-props.ts';
import './views-panel.css';

/** Every typed array and DataView that the learner's JavaScript made over this memory; detached ones stay as ghosts. */
export function ViewsPanel({ state, selection, onSelect }: PanelProps) {
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
        <thead>
          <tr>
            {['View', 'Begins at', 'Length', 'Covers', 'State'].map((title) => (
              <th scope="col" key={title}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {state.views.map((view) => (
            <tr key={view.id} data-state={view.state.kind} aria-selected={selection?.label === `view ${view.id}`}>
              <th scope="row">
                <button
                  type="button"
                  className="link"
                  onClick={() => onSelect({ range: rangeOf(view), label: `view ${view.id}` })}
                >
                  view {view.id}
                </button>{' '}
                <code>{view.type}</code>
                {view.madeAtLine !== null && <span className="made"> made by line {view.madeAtLine}</span>}
              </th>
              <td>{formatAddress(view.byteOffset)}</td>
              <td>{view.length.toLocaleString('en')}</td>
              <td>{formatSize(view.length * view.bytesPerElement)}</td>
              <td>
                <span className="view-state">{stateInWords(view, state)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function stateInWords({ state }: MemoryView, { growths }: MemoryState): string {
  if (state.kind === 'live') return 'live';
  const growth = growths[state.growth];
  const pages = growth ? `, growth from ${growth.from} to ${growth.to} pages` : '';
  return `detached${state.byLine === null ? '' : ` by line ${state.byLine}`}${pages}`;
}

function rangeOf({ byteOffset, length, bytesPerElement }: MemoryView) {
  return { start: byteOffset, end: toAddress(byteOffset + Math.max(1, length * bytesPerElement)) };
}
