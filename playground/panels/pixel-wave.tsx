import { type PointerEvent, useMemo } from 'react';
import type { Area } from '../view-model/pixel-areas.ts';
import { waveColumns, wavePath } from '../view-model/waveform.ts';
import { type PixelSurfaceProps, placeUnder } from './pixel-surface.ts';

interface PixelWaveProps extends PixelSurfaceProps {
  /** CSS pixels that it may take. */
  readonly room: number;
}

/** CSS pixels of a channel's lane. */
const laneHeight = 72;

/** Samples of sound over time, a lane for each channel. */
export function PixelWave(props: PixelWaveProps) {
  const { pixels, label, describedBy, room, cursor, selected, changed, onPick, onHover, onKeyDown } = props;
  const { width, height } = pixels.image;
  const columns = Math.max(1, Math.min(width, Math.floor(room)));
  const paths = useMemo(
    () => Array.from({ length: height }, (_, channel) => wavePath(waveColumns(pixels, channel, columns), laneHeight)),
    [pixels, columns, height],
  );
  const at = (event: PointerEvent<HTMLElement>) => placeUnder(event, pixels.image);
  const mark = ({ x, y, width: samples, height: channels }: Area, kind: string) => (
    <rect
      key={`${kind} ${x} ${y}`}
      className="wave-mark"
      data-kind={kind}
      x={(x * columns) / width}
      y={y * laneHeight + 1}
      width={Math.max(1, (samples * columns) / width)}
      height={channels * laneHeight - 2}
    />
  );
  return (
    <div
      className="pixel-wave"
      role="application"
      aria-roledescription="waveform"
      aria-label={label}
      aria-describedby={describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move from sample to sample
      tabIndex={0}
      style={{ height: height * laneHeight }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.button === 0 && onPick(at(event), event.shiftKey)}
      onPointerMove={(event) => onHover(at(event))}
      onPointerLeave={() => onHover(null)}
    >
      <svg viewBox={`0 0 ${columns} ${height * laneHeight}`} preserveAspectRatio="none" aria-hidden="true">
        {changed.map((area) => mark(area, 'changed'))}
        {paths.map((path, channel) => (
          <g key={channel} transform={`translate(0 ${channel * laneHeight})`}>
            <path className="wave-zero" d={`M0 ${laneHeight / 2}h${columns}`} />
            <path className="wave-line" d={path} />
          </g>
        ))}
        {selected.map((area) => mark(area, 'selected'))}
        {mark({ ...cursor, width: 1, height: 1 }, 'cursor')}
      </svg>
    </div>
  );
}
