import type { ByteRange } from '../trace/memory-state.ts';
import type { PixelBytes } from './pixel-bytes.ts';
import { formatFacts, isWaveform } from './pixel-formats.ts';
import type { PixelImage } from './pixel-image.ts';

/** A rectangle of pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rectangles that are drawn one by one; of more only the one round all of them. */
const mostAreas = 1_000;

/** The pixels that have bytes of a range, as few rectangles. Padding between rows is no pixel's. */
export function areasOf(image: PixelImage, range: ByteRange): readonly Area[] {
  const { start, stride, lineBytes, lines } = image;
  const first = Math.max(0, Math.floor((range.start - start) / stride));
  const last = Math.min(lines - 1, Math.floor((range.end - 1 - start) / stride));
  const areas = new Areas(image);
  for (let line = first; line <= last; line++) {
    const from = Math.max(0, range.start - start - line * stride);
    const to = Math.min(lineBytes, range.end - start - line * stride);
    if (from < to) areas.add(line, from, to);
  }
  return areas.list();
}

/** What differs between two moments of one picture. */
export interface ChangedPixels {
  readonly count: number;
  readonly areas: readonly Area[];
}

export function changedPixels(before: PixelBytes, after: PixelBytes): ChangedPixels {
  const { image } = after;
  const { bits } = formatFacts[image.format];
  const areas = new Areas(image);
  // Of pixels smaller than bytes the last byte may hold bits that are none.
  const lastByte = (255 << ((8 - ((image.width * bits) % 8)) % 8)) & 255;
  let count = 0;
  for (let line = 0; line < image.lines; line++) {
    const old = before.locate(line);
    const now = after.locate(line);
    // The bytes of changed pixels that lie side by side; `end` is where the last one found so far ends.
    let [from, end] = [-1, -1];
    for (let byte = 0; byte < image.lineBytes; byte++) {
      const isLast = byte === image.lineBytes - 1;
      const difference =
        ((old.bytes[old.at + byte] ?? 0) ^ (now.bytes[now.at + byte] ?? 0)) & (isLast ? lastByte : 255);
      if (difference === 0) continue;
      if (bits < 8) {
        count += ones(difference);
        areas.add(line, byte, byte + 1);
        continue;
      }
      const pixel = byte - (byte % (bits / 8));
      if (pixel > end && from >= 0) areas.add(line, from, end);
      if (pixel > end || from < 0) from = pixel;
      end = pixel + bits / 8;
      count++;
      byte = end - 1;
    }
    if (from >= 0) areas.add(line, from, end);
  }
  return { count, areas: areas.list() };
}

const ones = (byte: number): number => byte.toString(2).replaceAll('0', '').length;

/** Collects pixels line by line; equal ones of neighbouring lines become one rectangle. */
class Areas {
  readonly #areas: Area[] = [];
  /** Of the line before, and of the one that is being filled. */
  #open = new Map<string, number>();
  #next = new Map<string, number>();
  #line = -1;
  #bounds: [left: number, top: number, right: number, bottom: number] | null = null;

  constructor(readonly image: PixelImage) {}

  /** Pixels of a line that have bytes of it, from one to behind another. */
  add(line: number, from: number, to: number): void {
    const { bits } = formatFacts[this.image.format];
    const inLine = isWaveform(this.image.format) ? this.image.height : this.image.width;
    const first = Math.floor((from * 8) / bits);
    const end = Math.min(inLine, Math.ceil((to * 8) / bits));
    this.#widen(first, line, end, line + 1);
    if (this.#areas.length > mostAreas) return;
    if (line !== this.#line) {
      this.#open = line === this.#line + 1 ? this.#next : new Map();
      this.#next = new Map();
      this.#line = line;
    }
    const key = `${first} ${end}`;
    const at = this.#open.get(key);
    const above = at === undefined ? undefined : this.#areas[at];
    if (at !== undefined && above) {
      this.#areas[at] = { ...above, height: above.height + 1 };
      this.#next.set(key, at);
    } else {
      this.#next.set(key, this.#areas.push({ x: first, y: line, width: end - first, height: 1 }) - 1);
    }
  }

  list(): readonly Area[] {
    const [left, top, right, bottom] = this.#bounds ?? [0, 0, 0, 0];
    const isMany = this.#areas.length > mostAreas;
    const areas = isMany ? [{ x: left, y: top, width: right - left, height: bottom - top }] : this.#areas;
    // Lines of a waveform stand side by side.
    return isWaveform(this.image.format)
      ? areas.map(({ x, y, width, height }) => ({ x: y, y: x, width: height, height: width }))
      : areas;
  }

  #widen(left: number, top: number, right: number, bottom: number): void {
    const [l, t, r, b] = this.#bounds ?? [left, top, right, bottom];
    this.#bounds = [Math.min(l, left), Math.min(t, top), Math.max(r, right), Math.max(b, bottom)];
  }
}

/** Outlines of rectangles as the path of an SVG, in pixels of the picture. */
export const outline = (areas: readonly Area[]): string =>
  areas.map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`).join('');
