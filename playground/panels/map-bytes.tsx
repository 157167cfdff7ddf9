import type { ByteSource, MemoryState } from '../trace/memory-state.ts';
import type { Change } from '../trace/trace.ts';
import { formatByte } from '../view-model/hexadecimal.ts';
import type { MapScale } from '../view-model/map-scale.ts';
import { useChangedBytes } from './use-changed-bytes.ts';

interface MapBytesProps {
  readonly state: MemoryState;
  readonly bytes: ByteSource;
  readonly scale: MapScale;
  readonly changes: readonly Change[] | null;
}

/** The values of the bytes, once each has a row of its own. */
export function MapBytes({ state, bytes, scale, changes }: MapBytesProps) {
  const start = Math.max(0, Math.floor(scale.window.start));
  const { values, changed } = useChangedBytes(bytes, state.step, start, Math.ceil(scale.window.end), changes);
  return (
    <>
      {[...values].map((value, index) => {
        const address = start + index;
        return (
          <span
            key={address}
            className="map-byte"
            data-changed={changed.has(address) || undefined}
            style={{ top: scale.y(address), height: scale.pixelsPerByte }}
          >
            {formatByte(value)}
          </span>
        );
      })}
    </>
  );
}
