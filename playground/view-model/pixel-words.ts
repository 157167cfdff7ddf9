import { formatAddress, formatCount } from './hexadecimal.ts';
import type { ChangedPixels } from './pixel-areas.ts';
import type { PixelBytes } from './pixel-bytes.ts';
import { channelsInWords, colourName, isWaveform } from './pixel-formats.ts';
import { rangeOfPixel } from './pixel-image.ts';

/** `Pixel 12, 5 at 0x11150: red 255, green 0, blue 0, alpha 255, drawn as #FF0000.` */
export function pixelInWords(pixels: PixelBytes, x: number, y: number): string {
  const { start } = rangeOfPixel(pixels.image, x, y);
  const isWave = isWaveform(pixels.image.format);
  const name = isWave ? `Sample ${x}${pixels.image.height > 1 ? `, channel ${y}` : ''}` : `Pixel ${x}, ${y}`;
  const drawn = isWave ? '' : `, drawn as ${colourName(pixels.colour(x, y))}`;
  return `${name} at ${formatAddress(start)}: ${channelsInWords(pixels.channels(x, y))}${drawn}.`;
}

/** `37 pixels changed in this step.`; empty where it is not known what changed. */
export function changedInWords(changed: ChangedPixels | null, isWave: boolean): string {
  if (!changed) return '';
  const { count } = changed;
  const what = isWave ? 'sample' : 'pixel';
  if (count === 0) return `No ${what} changed in this step.`;
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'} changed in this step.`;
}
