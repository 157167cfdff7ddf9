import { apply, bareList, getter, method } from '../host/intrinsics.ts';
import { limits } from './messages.ts';

/** A frame as the worker passes it on. */
interface Frame {
  /** Null where nothing was drawn, or it is too large. */
  readonly picture: ImageBitmap | null;
  /** Milliseconds that the script took; null for what was drawn between frames. */
  readonly spent: number | null;
}

interface Wanted {
  readonly id: number;
  readonly call: (time: number) => void;
}

interface LiveCanvasOptions {
  readonly realm: Record<string, unknown>;
  /** Asks for the next frame. */
  readonly want: () => void;
  readonly post: (frame: Frame) => void;
  /** Tells of what a script threw. */
  readonly onUncaught: (thrown: unknown) => void;
  readonly print: (text: string) => void;
}

/** What a worker of this realm has for drawing; older browsers lack it. */
export interface LiveCanvas {
  /** Calls those who asked for this frame, and passes on what they drew. */
  frame(): void;
  /** Passes on what was drawn since, if anything was. */
  show(): void;
}

// The realm's own, before a script may replace them.
const { createImageBitmap, performance } = globalThis;
const now = performance.now.bind(performance);

/** What changes a picture; every other context than a 2D one counts as drawn in each frame. */
const drawing = [
  ...['putImageData', 'drawImage', 'fillRect', 'clearRect', 'strokeRect', 'fill', 'stroke', 'fillText', 'strokeText'],
  'reset',
];

/**
 * Gives scripts `canvas`, and frames of animation that the page times: it asks for none while nobody sees it. What was
 * drawn goes to the page as the browser's own snapshot; no byte of it is copied here.
 */
export function openLiveCanvas({ realm, want, post, onUncaught, print }: LiveCanvasOptions): LiveCanvas | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const Context = OffscreenCanvasRenderingContext2D;
  const canvas = new OffscreenCanvas(640, 480);
  const widthOf = getter<OffscreenCanvas, number>(OffscreenCanvas.prototype, 'width');
  const heightOf = getter<OffscreenCanvas, number>(OffscreenCanvas.prototype, 'height');
  const canvasOf = getter<object, unknown>(Context.prototype, 'canvas');
  const getContext = method<OffscreenCanvas, [kind: string, options?: unknown], unknown>(
    OffscreenCanvas.prototype.getContext as never,
  );
  const snapshot = (): Promise<ImageBitmap> => apply(createImageBitmap, globalThis, [canvas]);
  let isDrawn = false;
  let isAlwaysDrawn = false;
  let isTaking = false;
  let isToldTooLarge = false;
  let wanted = bareList<Wanted>();
  let lastId = 0;

  const define = (holder: object, name: string, value: unknown) =>
    Object.defineProperty(holder, name, { value, writable: true, configurable: true });
  define(canvas, 'getContext', (kind: string, options?: unknown) => {
    const context = getContext(canvas, kind, options);
    if (context && !(context instanceof Context)) isAlwaysDrawn = true;
    return context;
  });
  const { prototype } = Context;
  for (const name of drawing) {
    const original = (prototype as unknown as Record<string, (...args: never) => unknown>)[name];
    if (!original) continue;
    const called = (target: typeof original, self: object, args: readonly unknown[]) => {
      const result = apply(target, self, args as never);
      isDrawn ||= canvasOf(self) === canvas;
      return result;
    };
    define(prototype, name, new Proxy(original, { apply: called }));
  }
  define(realm, 'canvas', canvas);
  define(realm, 'requestAnimationFrame', (call: (time: number) => void): number => {
    if (typeof call !== 'function') throw new TypeError('requestAnimationFrame needs a function to call');
    if (wanted.length === 0) want();
    wanted[wanted.length] = { id: ++lastId, call };
    return lastId;
  });
  define(realm, 'cancelAnimationFrame', (id: number): void => {
    for (let index = 0; index < wanted.length; index++) {
      const each = wanted[index];
      if (each?.id === id) wanted[index] = { id: 0, call() {} };
    }
  });

  const take = async (spent: number | null): Promise<void> => {
    const [width, height] = [widthOf(canvas), heightOf(canvas)];
    const isTooLarge = width * height > limits.pixels || Math.max(width, height) > limits.canvasSide;
    if (isTooLarge && !isToldTooLarge) {
      print(
        `The canvas is ${width} x ${height} pixels and cannot be shown: the page shows at most 3840 x 2160 pixels.\n`,
      );
    }
    isToldTooLarge = isTooLarge;
    const isEmpty = isTooLarge || width === 0 || height === 0 || !(isDrawn || isAlwaysDrawn);
    isDrawn = false;
    if (isEmpty) return post({ picture: null, spent });
    isTaking = true;
    const picture = await snapshot().catch(() => null);
    isTaking = false;
    post({ picture, spent });
  };
  return {
    frame() {
      const calls = wanted;
      wanted = bareList();
      const begun = now();
      for (let index = 0; index < calls.length; index++) {
        try {
          calls[index]?.call(begun);
        } catch (thrown) {
          onUncaught(thrown);
        }
      }
      void take(now() - begun);
    },
    show() {
      if ((isDrawn || isAlwaysDrawn) && !isTaking) void take(null);
    },
  };
}
