import { formatAddress, formatSize } from '../view-model/hexadecimal.ts';
import type { MapLabel } from '../view-model/map-labels.ts';
import { sizeOf } from '../view-model/place.ts';
import type { PanelProps } from './panel-props.ts';

interface MapLabelsProps {
  readonly labels: readonly MapLabel[];
  /** CSS pixels. */
  readonly labelHeight: number;
  readonly onSelect: PanelProps['onSelect'];
}

/** Names beside the tower, each with a line to what it names. */
export function MapLabels({ labels, labelHeight, onSelect }: MapLabelsProps) {
  return (
    <div className="map-labels">
      <svg className="map-lines" width="16" height="100%">
        <title>Lines from names to bytes</title>
        {labels.map(({ kind, place, anchor, top }) => (
          <polyline
            key={kind + place.label + place.range.start}
            data-kind={kind}
            points={`0,${anchor} 4,${anchor} 12,${top + labelHeight / 2} 16,${top + labelHeight / 2}`}
          />
        ))}
      </svg>
      {labels.map(({ kind, place, top }) => (
        // The table and the other panels have the same as buttons; this picture is for pointers only.
        // biome-ignore lint/a11y/noStaticElementInteractions: see above
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        <span
          key={kind + place.label + place.range.start}
          className="map-label"
          data-kind={kind}
          style={{ top, height: labelHeight }}
          onClick={() => onSelect(place)}
        >
          <b>{place.label}</b> {kind === 'mark' ? formatAddress(place.range.start) : formatSize(sizeOf(place.range))}
        </span>
      ))}
    </div>
  );
}
