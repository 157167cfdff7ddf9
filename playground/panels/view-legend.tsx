import type { MemoryView } from '../trace/memory-state.ts';
import { lineInWords } from '../trace/view-words.ts';
import { formatCount } from '../view-model/hexadecimal.ts';
import { viewPlace } from '../view-model/place.ts';
import { viewLanes } from '../view-model/view-lanes.ts';
import type { PanelProps } from './panel-props.ts';

/** Views that are named at a time. */
const most = 4;

interface ViewLegendProps {
  readonly views: readonly MemoryView[];
  /** The bytes in sight. */
  readonly start: number;
  readonly end: number;
  readonly onSelect: PanelProps['onSelect'];
}

/** Names the views whose bytes are in sight, with the line that each draws under them. */
export function ViewLegend({ views, start, end, onSelect }: ViewLegendProps) {
  const { lanes, hidden } = viewLanes(views, start, end, most);
  if (lanes.length === 0) return null;
  return (
    <ul className="view-legend" aria-label="Views of these bytes">
      {lanes.slice(0, most).map(({ view }) => (
        <li key={view.id} data-state={view.state.kind}>
          <button type="button" className="link" onClick={() => onSelect(viewPlace(view))}>
            view {view.id}
          </button>{' '}
          {view.type}, {stateInWords(view)}: {partInWords(view, start, end)}
        </li>
      ))}
      {hidden + lanes.length > most && <li>and {hidden + lanes.length - most} more</li>}
    </ul>
  );
}

/** Which of a view's bytes are in sight: `elements 0 to 5, byte offsets 0x0 to 0x17`. */
function partInWords({ type, byteOffset, length, bytesPerElement }: MemoryView, start: number, end: number): string {
  const from = Math.max(0, start - byteOffset);
  const last = Math.min(end - byteOffset, length * bytesPerElement) - 1;
  const offsets = from === last ? `byte offset ${hex(from)}` : `byte offsets ${hex(from)} to ${hex(last)}`;
  const element = (offset: number) => formatCount(Math.floor(offset / bytesPerElement));
  if (type === 'DataView') return offsets;
  const isOne = element(from) === element(last);
  return `${isOne ? `element ${element(from)}` : `elements ${element(from)} to ${element(last)}`}, ${offsets}`;
}

const hex = (offset: number): string => `0x${offset.toString(16)}`;

function stateInWords({ state, tracksLength }: MemoryView): string {
  if (state.kind === 'live') return tracksLength ? 'live, tracks growth' : 'live';
  return state.byLine === null ? 'detached' : `detached by ${lineInWords(state.byLine, state.byFile)}`;
}
