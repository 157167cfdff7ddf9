import type { DrawnPicture } from '../panels/canvas-panel.tsx';
import type { CanvasFrame } from '../session/run.ts';
import { type CanvasSize, FrameRate, type FrameStatistics } from '../view-model/frame-rate.ts';

/** Milliseconds between two tellings of the frame rate. */
const pause = 500;

/** Shows frames as they come. The last one stays, whatever becomes of the run that drew it. */
export class LivePicture implements DrawnPicture {
  #element: HTMLCanvasElement | null = null;
  #rate = new FrameRate();
  #told: FrameStatistics | null = null;
  #size: CanvasSize = { width: 0, height: 0, isReduced: false };
  #telling: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  get element(): HTMLCanvasElement {
    this.#element ??= document.createElement('canvas');
    return this.#element;
  }

  /** Forgets what was drawn: another run begins. */
  clear(): void {
    clearTimeout(this.#telling);
    this.#telling = undefined;
    this.#element = null;
    this.#rate = new FrameRate();
    this.#told = null;
    for (const listener of this.#listeners) listener();
  }

  readonly show = ({ picture, spent, ...size }: CanvasFrame): void => {
    if (spent !== null && picture) this.#rate.add(performance.now(), spent);
    if (!picture) return;
    const { element } = this;
    const { width, height } = picture;
    this.#size = { ...size, isReduced: size.width !== width };
    if (element.width !== width) element.width = width;
    if (element.height !== height) element.height = height;
    const context = element.getContext('bitmaprenderer');
    // It takes the picture over: the browser copies nothing.
    if (context) context.transferFromImageBitmap(picture);
    else picture.close();
    if (this.#told === null) this.#tell();
    else this.#telling ??= setTimeout(() => this.#tell(), pause);
  };

  readonly statistics = (): FrameStatistics | null => this.#told;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #tell(): void {
    this.#telling = undefined;
    this.#told = this.#rate.statistics(this.#size);
    for (const listener of this.#listeners) listener();
  }
}
