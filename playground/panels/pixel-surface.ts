import type { KeyboardEvent, PointerEvent } from 'react';
import type { Area } from '../view-model/pixel-areas.ts';
import type { PixelBytes } from '../view-model/pixel-bytes.ts';

/** Where a pixel is, counted from the upper left one; of a wave its sample and its channel. */
export interface PixelPlace {
  readonly x: number;
  readonly y: number;
}

/** What a picture and a wave of the same bytes have in common. */
export interface PixelSurfaceProps {
  readonly pixels: PixelBytes;
  /** Words for what is drawn. */
  readonly label: string;
  readonly describedBy: string;
  readonly cursor: PixelPlace;
  readonly selected: readonly Area[];
  readonly changed: readonly Area[];
  readonly onPick: (place: PixelPlace, extend: boolean) => void;
  /** Null when the pointer leaves. */
  readonly onHover: (place: PixelPlace | null) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The pixel under the pointer, of an element that shows all of them. */
export function placeUnder(event: PointerEvent<HTMLElement>, { width, height }: PixelBytes['image']): PixelPlace {
  const box = event.currentTarget.getBoundingClientRect();
  const within = (part: number, most: number) => Math.max(0, Math.min(most - 1, Math.floor(part * most)));
  return {
    x: within((event.clientX - box.left) / box.width, width),
    y: within((event.clientY - box.top) / box.height, height),
  };
}
