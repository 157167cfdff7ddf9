import type { MemoryView } from '../trace/memory-state.ts';
import type { MapScale } from '../view-model/map-scale.ts';
import { viewPlace } from '../view-model/place.ts';
import { viewLanes } from '../view-model/view-lanes.ts';
import type { PanelProps } from './panel-props.ts';

interface MapViewsProps {
  readonly views: readonly MemoryView[];
  readonly scale: MapScale;
  readonly onSelect: PanelProps['onSelect'];
}

const mostLanes = 4;

/** A bracket along the bytes of each view; dashed when it is detached. */
export function MapViews({ views, scale, onSelect }: MapViewsProps) {
  const { start, end } = scale.window;
  const { lanes, hidden } = viewLanes(views, start, end, mostLanes);
  return (
    <div className="map-views">
      {lanes.map(({ view, lane, ...range }) => {
        const strip = scale.strip(range, 5);
        return (
          strip && (
            // The views panel has the same as buttons; this picture is for pointers only.
            // biome-ignore lint/a11y/noStaticElementInteractions: see above
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <span
              key={view.id}
              className="map-view"
              data-state={view.state.kind}
              title={`view ${view.id}: ${view.type}, ${view.state.kind}`}
              style={{ top: strip.top, height: strip.height, insetInlineStart: `${lane * 0.6}rem` }}
              onClick={() => onSelect(viewPlace(view))}
            />
          )
        );
      })}
      {hidden > 0 && <span className="map-hidden">+{hidden}</span>}
    </div>
  );
}
