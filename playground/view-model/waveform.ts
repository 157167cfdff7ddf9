import type { PixelBytes } from './pixel-bytes.ts';
import type { PixelFormat } from './pixel-formats.ts';

/** The lowest and the highest sample of each column, as parts of the range from -1 to 1. */
export interface WaveColumn {
  readonly low: number;
  readonly high: number;
}

/** Samples of a column that are looked at. */
const mostInColumn = 4_096;

/** A channel in at most `columns` columns; what is no number counts as 0, what is beyond the range as its end. */
export function waveColumns(pixels: PixelBytes, channel: number, columns: number): readonly WaveColumn[] {
  const { width, format } = pixels.image;
  const count = Math.min(columns, width);
  const most = fullScale(format);
  return Array.from({ length: count }, (_, column) => {
    const first = Math.floor((column * width) / count);
    const end = Math.floor(((column + 1) * width) / count);
    const stride = Math.max(1, Math.floor((end - first) / mostInColumn));
    let [low, high] = [1, -1];
    for (let x = first; x < end; x += stride) {
      const value = (pixels.channels(x, channel)[0]?.value ?? 0) / most;
      const part = Math.max(-1, Math.min(1, Number.isNaN(value) ? 0 : value));
      low = Math.min(low, part);
      high = Math.max(high, part);
    }
    return { low, high };
  });
}

const fullScale = (format: PixelFormat): number => (format === 'wave16' ? 32_768 : 1);

/** The columns as the path of an SVG, one unit wide each, from -1 at the bottom to 1 at the top of `height` units. */
export function wavePath(columns: readonly WaveColumn[], height: number): string {
  const y = (value: number): string => (((1 - value) / 2) * height).toFixed(1);
  const points = columns.flatMap(({ low, high }, x) => [`${x + 0.5} ${y(high)}`, `${x + 0.5} ${y(low)}`]);
  return points.length > 0 ? `M${points.join('L')}` : '';
}
