import { type ByteSource, toAddress } from '../trace/memory-state.ts';
import { type Channel, formatFacts } from './pixel-formats.ts';
import { type PixelImage, placeOfPixel } from './pixel-image.ts';

/** Bytes that are asked for at once: what a live run answers at most. */
const bandBytes = 1_048_576;

/** Lines of a picture that lie in memory one after the other, with their bytes as they were read. */
export interface Band {
  readonly firstLine: number;
  readonly lines: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The bytes of one picture at one moment. Nothing is copied: they stay as they were read. */
export class PixelBytes {
  constructor(
    readonly image: PixelImage,
    readonly bands: readonly Band[],
  ) {}

  /** The band that has a line, and where the line begins in its bytes. */
  locate(line: number): { readonly bytes: Uint8Array<ArrayBuffer>; readonly at: number } {
    const each = this.bands[0]?.lines ?? 1;
    const band = this.bands[Math.floor(line / each)];
    return band
      ? { bytes: band.bytes, at: (line - band.firstLine) * this.image.stride }
      : { bytes: new Uint8Array(), at: 0 };
  }

  channels(x: number, y: number): readonly Channel[] {
    const { line, byte, bit } = placeOfPixel(this.image, x, y);
    const { bytes, at } = this.locate(line);
    return formatFacts[this.image.format].channels(bytes, at + byte, bit);
  }

  colour(x: number, y: number): number {
    const { line, byte, bit } = placeOfPixel(this.image, x, y);
    const { bytes, at } = this.locate(line);
    return formatFacts[this.image.format].colour(bytes, at + byte, bit);
  }
}

/** Reads a picture in bands of whole lines. Throws a RangeError when memory has fewer bytes by now. */
export async function readPixels(source: ByteSource, image: PixelImage): Promise<PixelBytes> {
  const { start, stride, lineBytes, lines } = image;
  const each = Math.max(1, Math.min(lines, Math.floor(bandBytes / stride)));
  const bands = Array.from({ length: Math.ceil(lines / each) }, async (_, index): Promise<Band> => {
    const firstLine = index * each;
    const count = Math.min(each, lines - firstLine);
    const from = start + firstLine * stride;
    const length = (count - 1) * stride + lineBytes;
    const bytes = await source.read({ start: toAddress(from), end: toAddress(from + length) });
    if (bytes.length < length) throw new RangeError('memory ends within the picture');
    return { firstLine, lines: count, bytes: bytes as Uint8Array<ArrayBuffer> };
  });
  return new PixelBytes(image, await Promise.all(bands));
}

/**
 * The lines of a band as a browser draws them: four bytes a pixel. Where memory has them just so they are the very
 * bytes that were read.
 */
export function drawable({ image }: PixelBytes, band: Band): Uint8ClampedArray<ArrayBuffer> {
  const { format, width, stride, lineBytes } = image;
  const { buffer, byteOffset, length } = band.bytes;
  if (format === 'rgba8' && stride === lineBytes) return new Uint8ClampedArray(buffer, byteOffset, length);
  const { colour, bits } = formatFacts[format];
  const pixels = new Uint8ClampedArray(width * band.lines * 4);
  for (let line = 0, to = 0; line < band.lines; line++) {
    for (let x = 0, at = line * stride * 8; x < width; x++, at += bits, to += 4) {
      const value = colour(band.bytes, Math.floor(at / 8), at % 8);
      pixels[to] = value & 255;
      pixels[to + 1] = (value >>> 8) & 255;
      pixels[to + 2] = (value >>> 16) & 255;
      pixels[to + 3] = value >>> 24;
    }
  }
  return pixels;
}
