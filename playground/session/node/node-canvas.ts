/** What Node keeps of a canvas. */
export interface NodePicture {
  readonly width: number;
  readonly height: number;
  /** Four bytes a pixel: red, green, blue, alpha. */
  readonly data: Uint8ClampedArray;
}

/** Stands for the page's `canvas` and its frames of animation where there is no screen. */
export interface NodeCanvas {
  /** What scripts find among the globals of their realm. */
  readonly globals: Readonly<Record<string, unknown>>;
  readonly picture: () => NodePicture;
  /** A script begins: it may wait for frames as long as it likes. */
  begin(): void;
  /** The script ended: those frames that it still asks for follow at once, but not for ever. What one threw, if one did. */
  settle(): { readonly thrown: unknown } | null;
}

/** Frames that follow the end of a script: a page would show them until Stop. */
const framesAfterEnd = 10;
/** Pixels of a canvas: those of a 3840 x 2160 screen. */
const mostPixels = 3840 * 2160;

/** Checks what browsers check. Throws as they do. */
class NodeImageData implements NodePicture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(first: Uint8ClampedArray | number, second: number, third?: number) {
    if (typeof first === 'number') {
      [this.width, this.height] = [first, second];
      this.data = new Uint8ClampedArray(4 * first * second);
      return;
    }
    // Of whatever realm: a list's own `constructor` may be a script's.
    if (Object.prototype.toString.call(first) !== '[object Uint8ClampedArray]')
      throw new TypeError('ImageData takes a Uint8ClampedArray');
    const { length } = first;
    if (length === 0)
      throw new Error('InvalidStateError: the image’s bytes are none: their buffer is detached, or empty');
    const rows = length / (4 * second);
    if (!Number.isInteger(rows) || (third !== undefined && third !== rows))
      throw new Error(`IndexSizeError: ${length} bytes are no image of ${second} x ${third ?? '?'} pixels`);
    [this.data, this.width, this.height] = [first, second, rows];
  }
}

/** Images that are put onto the canvas stay there; all other drawing does nothing. `later` calls a frame soon. */
export function makeNodeCanvas(later: (frame: () => void) => void): NodeCanvas {
  const size = { width: 640, height: 480 };
  let pixels = new Uint8ClampedArray(4 * size.width * size.height);
  let wanted: { readonly id: number; readonly call: (time: number) => void }[] = [];
  let [lastId, time, isOver] = [0, 0, false];
  let failed: { readonly thrown: unknown } | null = null;

  const resize = (side: 'width' | 'height', value: number) => {
    size[side] = Math.max(0, Math.trunc(Number(value) || 0));
    if (size.width * size.height > mostPixels)
      throw new Error(`the canvas is ${size.width} x ${size.height} pixels: at most 3840 x 2160 can be shown`);
    pixels = new Uint8ClampedArray(4 * size.width * size.height);
  };
  const copy = (from: NodePicture, left: number, top: number, to: NodePicture) => {
    for (let y = Math.max(0, -top); y < Math.min(from.height, to.height - top); y++) {
      const first = Math.max(0, -left);
      const end = Math.max(first, Math.min(from.width, to.width - left));
      const row = from.data.subarray(4 * (y * from.width + first), 4 * (y * from.width + end));
      to.data.set(row, 4 * ((y + top) * to.width + first + left));
    }
  };
  const picture = (): NodePicture => ({ ...size, data: pixels });
  const known = {
    putImageData: (image: NodePicture, x: number, y: number) => copy(image, x, y, picture()),
    createImageData: (width: number, height: number) => new NodeImageData(width, height),
    getImageData(x: number, y: number, width: number, height: number) {
      const image = new NodeImageData(width, height);
      copy(picture(), -x, -y, image);
      return image;
    },
  };
  const context: object = new Proxy<Record<string, unknown>>(known, {
    get: (target, name) => (name in target || typeof name === 'symbol' ? target[name as string] : () => undefined),
  });
  const canvas = {
    get width() {
      return size.width;
    },
    set width(value) {
      resize('width', value);
    },
    get height() {
      return size.height;
    },
    set height(value) {
      resize('height', value);
    },
    getContext: (kind: string) => (kind === '2d' ? context : null),
  };

  const frame = () => {
    const calls = wanted;
    wanted = [];
    time += 1000 / 60;
    for (const { call } of calls) {
      try {
        call(time);
      } catch (thrown) {
        failed ??= { thrown };
      }
    }
  };
  return {
    picture,
    globals: {
      canvas,
      ImageData: NodeImageData,
      requestAnimationFrame(call: (time: number) => void): number {
        if (wanted.length === 0 && !isOver) later(frame);
        wanted.push({ id: ++lastId, call });
        return lastId;
      },
      cancelAnimationFrame(id: number): void {
        wanted = wanted.filter((each) => each.id !== id);
      },
    },
    begin() {
      isOver = false;
    },
    settle() {
      isOver = true;
      for (let count = 0; count < framesAfterEnd && wanted.length > 0; count++) frame();
      wanted = [];
      const result = failed;
      failed = null;
      return result;
    },
  };
}
