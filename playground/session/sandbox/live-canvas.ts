import { apply, bareList, getter, method, now, OwnProxy } from '../host/intrinsics.ts';
import type { CanvasFrame } from '../run.ts';
import { limits } from './messages.ts';

interface Wanted {
  readonly id: number;
  readonly call: (time: number) => void;
}

interface LiveCanvasOptions {
  readonly realm: Record<string, unknown>;
  /** Asks for the next frame. */
  readonly want: () => void;
  readonly post: (frame: CanvasFrame) => void;
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
const { createImageBitmap } = globalThis;
const { port1, port2 } = new MessageChannel();
const endTask = port2.postMessage.bind(port2, null);
const { ceil, max } = Math;

/**
 * Pixels of the longer side of a picture that moves. Pictures go from process to process, which takes longer than all
 * the rest; a panel shows no more of them. When nothing moves the whole picture follows.
 */
const movingSide = 1_280;
/** Looks without a frame after which nothing moves. */
const restingLooks = 3;

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
  /** Every `nth` pixel across and down. */
  const snapshot = (width: number, height: number, nth: number): Promise<ImageBitmap> => {
    const options = {
      __proto__: null,
      resizeWidth: ceil(width / nth),
      resizeHeight: ceil(height / nth),
      resizeQuality: 'pixelated',
    };
    return apply(createImageBitmap, globalThis, nth === 1 ? [canvas] : [canvas, options]);
  };
  let isDrawn = false;
  let isAlwaysDrawn = false;
  let isTaking = false;
  let isToldTooLarge = false;
  /** Whether what was shown last is smaller than the canvas, and how often somebody looked since the last frame. */
  let [isReduced, looks] = [false, 0];
  let wanted = bareList<Wanted>();
  let lastId = 0;
  /** When the frame began whose promises may still go on: what they do belongs to it. */
  let begun: number | null = null;

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
    define(prototype, name, new OwnProxy(original, { apply: called }));
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

  const take = async (spent: number | null, nth: number): Promise<void> => {
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
    if (isEmpty) return post({ picture: null, spent, width: 0, height: 0 });
    isTaking = true;
    isReduced = nth > 1;
    const picture = await snapshot(width, height, nth).catch(() => null);
    isTaking = false;
    post({ picture, spent, width, height });
  };
  const finish = (): void => {
    if (begun === null) return;
    const spent = now() - begun;
    begun = null;
    void take(spent, ceil(max(widthOf(canvas), heightOf(canvas)) / movingSide));
  };
  port1.onmessage = finish;
  return {
    frame() {
      finish();
      const calls = wanted;
      wanted = bareList();
      const time = now();
      begun = time;
      for (let index = 0; index < calls.length; index++) {
        try {
          calls[index]?.call(time);
        } catch (thrown) {
          onUncaught(thrown);
        }
      }
      looks = 0;
      endTask();
    },
    show() {
      finish();
      if (++looks >= restingLooks && isReduced) isDrawn = true;
      if ((isDrawn || isAlwaysDrawn) && !isTaking) void take(null, 1);
    },
  };
}
