import { formatCount } from './hexadecimal.ts';

/** Pixels of a canvas, and whether what is shown of it are fewer. */
export interface CanvasSize {
  readonly width: number;
  readonly height: number;
  readonly isReduced: boolean;
}

/** What is told of the frames that a program drew. */
export interface FrameStatistics extends CanvasSize {
  readonly frames: number;
  /** Frames a second lately; null while there are too few. */
  readonly rate: number | null;
  /** Milliseconds that a frame took in the program, on average lately; null while that is not known. */
  readonly spent: number | null;
}

/** Frames that are looked at, and the milliseconds after which a frame is none of the same animation. */
const [lately, longestPause] = [60, 2_000];

/** Counts frames. Times are in milliseconds. */
export class FrameRate {
  #frames = 0;
  #newest: { readonly at: number; readonly spent: number }[] = [];

  /** A frame that took `spent` was shown. */
  add(at: number, spent: number): void {
    this.#frames++;
    const last = this.#newest.at(-1);
    if (last && at - last.at > longestPause) this.#newest = [];
    this.#newest = [...this.#newest.slice(1 - lately), { at, spent }];
  }

  /** What is told of them, of pictures of this size. */
  statistics(size: CanvasSize): FrameStatistics {
    const [first, ...others] = this.#newest;
    const last = others.at(-1);
    const rate = first && last && last.at > first.at ? (others.length * 1000) / (last.at - first.at) : null;
    const total = this.#newest.reduce((sum, { spent }) => sum + spent, 0);
    return { ...size, frames: this.#frames, rate, spent: first ? total / this.#newest.length : null };
  }
}

/** `640 x 480 pixels · 58.3 frames a second · 3.2 ms a frame in the program · 1204 frames`. */
export function framesInWords({ width, height, isReduced, frames, rate, spent }: FrameStatistics): string {
  return [
    `${width} x ${height} pixels${isReduced ? ', shown smaller while it moves' : ''}`,
    rate !== null && `${rate.toFixed(1)} frames a second`,
    spent !== null && `${spent.toFixed(1)} ms a frame in the program`,
    frames > 0 && `${formatCount(frames)} ${frames === 1 ? 'frame' : 'frames'}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
