import type { PixelBytes } from '../view-model/pixel-bytes.ts';
import { colourName, formatValue, isWaveform } from '../view-model/pixel-formats.ts';
import type { PixelPlace } from './pixel-surface.ts';

interface PixelTableProps {
  readonly pixels: PixelBytes;
  readonly cursor: PixelPlace;
}

/** Columns and rows on each side of the cursor. */
const around = 2;

/** The values of the pixels round the cursor: a picture for those who read it. */
export function PixelTable({ pixels, cursor }: PixelTableProps) {
  const { width, height, format } = pixels.image;
  const near = (middle: number, most: number): readonly number[] => {
    const first = Math.max(0, Math.min(middle - around, most - 2 * around - 1));
    return Array.from({ length: Math.min(most, 2 * around + 1) }, (_, index) => first + index);
  };
  const [columns, rows] = [near(cursor.x, width), near(cursor.y, height)];
  const [across, down] = isWaveform(format) ? ['Sample', 'Channel'] : ['Column', 'Row'];
  const textAt = (x: number, y: number): string => {
    const [first, ...others] = pixels.channels(x, y);
    if (first && others.length === 0) return formatValue(first.value);
    return colourName(pixels.colour(x, y));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="pixel-table" aria-label="Values round the cursor" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{down}</th>
            {columns.map((x) => (
              <th scope="col" key={x}>
                <span className="visually-hidden">{across} </span>
                {x}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((y) => (
            <tr key={y}>
              <th scope="row">{y}</th>
              {columns.map((x) => (
                <td key={x} data-cursor={(x === cursor.x && y === cursor.y) || undefined}>
                  {textAt(x, y)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
