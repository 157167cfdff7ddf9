import type { ByteRange } from '../trace/memory-state.ts';

/** The part of memory that the map shows, in bytes. Fractions are right while it moves. */
export interface MapWindow {
  readonly start: number;
  readonly end: number;
}

/** A strip of the map in pixels from its upper end. */
export interface Strip {
  readonly top: number;
  readonly height: number;
}

/** Fewer bytes are not shown: each has room for its value then. */
const fewestBytes = 16;

export const wholeMemory = (size: number): MapWindow => ({ start: 0, end: size });

/** Whether a window shows all of a memory of `size` bytes. */
export const isWhole = (window: MapWindow, size: number): boolean => window.start <= 0 && window.end >= size;

/** A window of `span` bytes from `start` on, moved and cut so that it lies within memory. */
function within(start: number, span: number, size: number): MapWindow {
  const length = Math.min(size, Math.max(fewestBytes, span));
  const from = Math.min(size - length, Math.max(0, start));
  return { start: from, end: from + length };
}

/** Shows `factor` times as many bytes. The byte `at` stays where it is on the screen. */
export function zoomed({ start, end }: MapWindow, factor: number, at: number, size: number): MapWindow {
  const span = Math.min(size, Math.max(fewestBytes, (end - start) * factor));
  return within(at - ((at - start) / (end - start)) * span, span, size);
}

/** Moves by a share of what is shown: 1 is a windowful towards higher addresses. */
export function moved({ start, end }: MapWindow, share: number, size: number): MapWindow {
  return within(start + share * (end - start), end - start, size);
}

/** Shows a range with some room around it. */
export function framed({ start, end }: ByteRange, size: number): MapWindow {
  const span = (end - start) * 1.5;
  return within((start + end) / 2 - Math.max(span, fewestBytes) / 2, span, size);
}

/** Where bytes lie on a map of `height` pixels. */
export class MapScale {
  constructor(
    readonly window: MapWindow,
    readonly height: number,
  ) {}

  get pixelsPerByte(): number {
    return this.height / (this.window.end - this.window.start);
  }

  y(address: number): number {
    return (address - this.window.start) * this.pixelsPerByte;
  }

  /** The byte at a pixel. */
  addressAt(y: number): number {
    const { start, end } = this.window;
    return Math.min(Math.ceil(end) - 1, Math.max(Math.floor(start), Math.floor(start + y / this.pixelsPerByte)));
  }

  /** The visible part of a range, at least `least` pixels high; null when none of it is visible. */
  strip(range: MapWindow, least = 0): Strip | null {
    if (range.end <= this.window.start || range.start >= this.window.end) return null;
    const top = Math.max(0, this.y(range.start));
    const height = Math.max(least, Math.min(this.height, this.y(range.end)) - top);
    return { top: Math.max(0, Math.min(top, this.height - height)), height };
  }
}
