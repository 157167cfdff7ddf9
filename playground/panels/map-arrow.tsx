import type { ByteRange } from '../trace/memory-state.ts';
import type { Moment } from '../trace/trace.ts';
import type { MapScale } from '../view-model/map-scale.ts';
import { pointerAtRange } from '../view-model/owner-of-byte.ts';

interface MapArrowProps {
  readonly moment: Moment;
  readonly scale: MapScale;
  /** The bytes of a pointer; of anything else there is no arrow. */
  readonly from: ByteRange;
}

/** Pixels that the arrow stands out from the right edge of the tower. */
const bow = 26;

/** From the selected pointer to the first byte that it points at; it leaves the picture where that is out of sight. */
export function MapArrow({ moment, scale, from }: MapArrowProps) {
  const target = pointerAtRange(moment, from);
  if (!target) return null;
  const inPicture = (y: number): number => Math.max(-20, Math.min(scale.height + 20, y));
  const start = inPicture(scale.y((from.start + from.end) / 2));
  const end = inPicture(scale.y(target.range.start));
  return (
    <svg className="map-arrow" width={bow + 8} height={scale.height} overflow="visible" aria-hidden="true">
      <path d={`M${bow + 8} ${start}C0 ${start} 0 ${end} ${bow} ${end}`} />
      <path className="map-arrow-head" d={`M${bow + 8} ${end}l-9 -5v10z`} />
    </svg>
  );
}
