import type { MemoryView } from '../trace/memory-state.ts';
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
          {view.type}, {stateInWords(view)}
        </li>
      ))}
      {hidden + lanes.length > most && <li>and {hidden + lanes.length - most} more</li>}
    </ul>
  );
}

function stateInWords({ state, tracksLength }: MemoryView): string {
  if (state.kind === 'live') return tracksLength ? 'live, tracks growth' : 'live';
  return state.byLine === null ? 'detached' : `detached by line ${state.byLine}`;
}
