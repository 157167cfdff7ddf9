import { formatAddress } from '../view-model/hexadecimal.ts';
import { mapTicks } from '../view-model/map-pages.ts';
import type { MapScale } from '../view-model/map-scale.ts';

/** Round addresses along the tower. */
export function MapTicks({ scale }: { readonly scale: MapScale }) {
  return (
    <div className="map-ticks">
      {mapTicks(scale).map(({ address, y }) => (
        <span key={address} style={{ top: y }}>
          {formatAddress(address)}
        </span>
      ))}
    </div>
  );
}
