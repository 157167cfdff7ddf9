import { type PointerEvent, useEffect, useRef } from 'react';
import { type Area, outline } from '../view-model/pixel-areas.ts';
import { drawable, type PixelBytes } from '../view-model/pixel-bytes.ts';
import { gridZoom } from '../view-model/pixel-zoom.ts';
import { type PixelSurfaceProps, placeUnder } from './pixel-surface.ts';

interface PixelPictureProps extends PixelSurfaceProps {
  /** CSS pixels a pixel. */
  readonly zoom: number;
  /** Another value is another step, whose changes flash. */
  readonly step: number;
}

/** A picture straight from memory, with what is selected and what the step changed outlined. */
export function PixelPicture(props: PixelPictureProps) {
  const { pixels, label, describedBy, zoom, cursor, selected, changed, step, onPick, onHover, onKeyDown } = props;
  const { width, height } = pixels.image;
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  useEffect(() => draw(canvas.current, pixels), [pixels]);
  // Only when the cursor moves: the picture itself may be scrolled elsewhere.
  useEffect(() => {
    picture.current?.querySelector('.pixel-cursor')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  }, [cursor]);
  const at = (event: PointerEvent<HTMLElement>) => placeUnder(event, pixels.image);
  const size = { width: width * zoom, height: height * zoom };
  return (
    <div
      className="pixel-picture"
      ref={picture}
      role="application"
      aria-roledescription="picture"
      aria-label={label}
      aria-describedby={describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move from pixel to pixel
      tabIndex={0}
      style={size}
      data-grid={zoom >= gridZoom || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.button === 0 && onPick(at(event), event.shiftKey)}
      onPointerMove={(event) => onHover(at(event))}
      onPointerLeave={() => onHover(null)}
    >
      <canvas ref={canvas} {...{ width, height }} style={size} />
      {zoom >= gridZoom && <span className="pixel-lines" style={{ backgroundSize: `${zoom}px ${zoom}px` }} />}
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" style={size} aria-hidden="true">
        <Outline kind="changed" areas={changed} key={`changed ${step}`} />
        <Outline kind="selected" areas={selected} />
        <rect className="pixel-cursor" x={cursor.x} y={cursor.y} width={1} height={1} />
      </svg>
    </div>
  );
}

/** A line with a border of the opposite lightness, so that it is seen on any picture. */
function Outline({ kind, areas }: { readonly kind: string; readonly areas: readonly Area[] }) {
  if (areas.length === 0) return null;
  const path = outline(areas);
  return (
    <g className="pixel-outline" data-kind={kind}>
      <path className="pixel-halo" d={path} />
      <path d={path} />
    </g>
  );
}

function draw(canvas: HTMLCanvasElement | null, pixels: PixelBytes): void {
  const context = canvas?.getContext('2d');
  if (!context) return;
  for (const band of pixels.bands) {
    context.putImageData(new ImageData(drawable(pixels, band), pixels.image.width, band.lines), 0, band.firstLine);
  }
}
