import { type ByteRange, type MemoryState, pageSize } from '../trace/memory-state.ts';
import { counted, formatAddress, formatCount, formatSize } from './hexadecimal.ts';
import { jumpTo } from './jump.ts';
import { formatFacts, isWaveform, type PixelFormat } from './pixel-formats.ts';
import type { FieldProblem, PixelSettings } from './pixel-settings.ts';
import { rangeOf } from './place.ts';

/** Pixels of a 3840 x 2160 screen: more are not shown. */
export const mostPixels = 3840 * 2160;
/** Pixels in a row, or rows. */
const longestSide = 8_192;
/** Channels of a waveform. */
const mostChannels = 8;
/** Bytes from one row to the next. */
const longestStride = 1_048_576;
/** Bytes from the first to the last one. */
const mostBytes = 67_108_864;

/**
 * A picture over memory: `width` times `height` pixels of a format, from `start` on. It lies in lines: the rows of a
 * picture, or in a waveform, whose channels lie side by side, the samples. Lengths are in bytes.
 */
export interface PixelImage {
  readonly start: number;
  readonly width: number;
  readonly height: number;
  readonly format: PixelFormat;
  readonly stride: number;
  readonly lines: number;
  readonly lineBytes: number;
  /** From the first byte to behind the last one. */
  readonly byteLength: number;
  /** What the bytes are called that it begins at. */
  readonly label: string;
}

export type FoundImage =
  | { readonly ok: true; readonly image: PixelImage }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** The picture that settings mean in a memory, or what is wrong with them there. */
export function findImage(settings: PixelSettings, state: MemoryState): FoundImage {
  const { width, height, format } = settings;
  const isWave = isWaveform(format);
  const { bits } = formatFacts[format];
  const problems: FieldProblem[] = [];
  const limit = (field: 'width' | 'height', name: string, value: number, most: number) => {
    if (value < 1) problems.push({ field, text: `${name} must be at least 1.` });
    if (value > most) problems.push({ field, text: `${name} must be at most ${formatCount(most)}.` });
  };
  limit('width', isWave ? 'The number of samples' : 'The width', width, isWave ? mostPixels : longestSide);
  limit('height', isWave ? 'The number of channels' : 'The height', height, isWave ? mostChannels : longestSide);
  const jump = jumpTo(settings.start, state);
  if (!jump.ok) problems.push({ field: 'start', text: jump.message });
  if (!jump.ok || problems.length > 0) return { ok: false, problems };
  if (width * height > mostPixels) {
    const text = `${formatCount(width)} x ${formatCount(height)} are more pixels than 3840 x 2160, which is the most.`;
    return { ok: false, problems: [{ field: 'width', text }] };
  }
  const [lines, inLine] = isWave ? [width, height] : [height, width];
  const lineBytes = Math.ceil((inLine * bits) / 8);
  const stride = settings.stride ?? lineBytes;
  if (stride < lineBytes || stride > longestStride) {
    const line = isWave
      ? `${inLine} ${inLine === 1 ? 'channel' : 'channels'}`
      : `a row of ${formatCount(width)} pixels`;
    const least = `The stride is ${formatSize(stride)}, but ${line} of ${formatFacts[format].title} takes ${formatSize(lineBytes)}.`;
    const text = stride < lineBytes ? least : `The stride must be at most ${formatCount(longestStride)} bytes.`;
    return { ok: false, problems: [{ field: 'stride', text }] };
  }
  const { start } = jump.range;
  const byteLength = (lines - 1) * stride + lineBytes;
  const end = state.pages * pageSize;
  if (byteLength > mostBytes) {
    const text = `From the first to the last row it would be ${formatSize(byteLength)}; the most are ${formatSize(mostBytes)}.`;
    return { ok: false, problems: [{ field: 'stride', text }] };
  }
  if (start + byteLength > end) {
    const fits = Math.floor((end - start - lineBytes) / stride) + 1;
    const most =
      fits < 1 ? 'not even one fits' : `${counted(fits, isWave ? 'sample' : 'row')} fit${fits === 1 ? 's' : ''}`;
    const text = `It needs ${formatSize(byteLength)} from ${formatAddress(start)} on, but memory ends at ${formatAddress(end)} at this step: ${most}.`;
    return { ok: false, problems: [{ field: isWave ? 'width' : 'height', text }] };
  }
  return {
    ok: true,
    image: { start, width, height, format, stride, lines, lineBytes, byteLength, label: jump.label },
  };
}

/** Where a pixel lies: its line, the first of its bytes in that line, and the bit from that byte's highest on. */
export function placeOfPixel({ format }: PixelImage, x: number, y: number) {
  const [line, index] = isWaveform(format) ? [x, y] : [y, x];
  const bits = index * formatFacts[format].bits;
  return { line, byte: Math.floor(bits / 8), bit: bits % 8 };
}

/** The bytes of a pixel, as addresses. A pixel smaller than a byte has that byte. */
export function rangeOfPixel(image: PixelImage, x: number, y: number): ByteRange {
  const { line, byte } = placeOfPixel(image, x, y);
  return rangeOf(image.start + line * image.stride + byte, Math.ceil(formatFacts[image.format].bits / 8));
}

/** The pixel that has a byte; null for a byte between rows, or of none. */
export function pixelAt(image: PixelImage, address: number): { readonly x: number; readonly y: number } | null {
  const { stride, lineBytes, format, lines } = image;
  const offset = address - image.start;
  const line = Math.floor(offset / stride);
  const byte = offset - line * stride;
  if (line < 0 || line >= lines || byte >= lineBytes) return null;
  const index = Math.floor((byte * 8) / formatFacts[format].bits);
  return isWaveform(format) ? { x: line, y: index } : { x: index, y: line };
}

/** `64 x 48 pixels, RGBA8, 12288 bytes at 0x11000`. */
export function imageInWords({ start, width, height, format, stride, lineBytes, byteLength }: PixelImage): string {
  const size = isWaveform(format)
    ? `${formatCount(width)} samples, ${height === 1 ? '1 channel' : `${height} channels`}`
    : `${formatCount(width)} x ${formatCount(height)} pixels`;
  const apart = stride === lineBytes ? '' : `, stride ${formatCount(stride)}`;
  return `${size}, ${formatFacts[format].title}, ${formatSize(byteLength)} at ${formatAddress(start)}${apart}`;
}
