import type { ByteSource } from '../trace/memory-state.ts';
import type { Moment, Trace } from '../trace/trace.ts';
import { type ChangedPixels, changedPixels } from '../view-model/pixel-areas.ts';
import { type PixelBytes, readPixels } from '../view-model/pixel-bytes.ts';
import type { PixelImage } from '../view-model/pixel-image.ts';
import { useNewest } from './use-newest.ts';

/** A picture as it is in memory now. */
interface ShownPixels {
  readonly pixels: PixelBytes;
  /** What the step before changed; null where that is not known. */
  readonly changed: ChangedPixels | null;
}

/** Reads a picture at each step, and at the step before: a moment lists only some of many changes. */
export function usePixels(
  image: PixelImage | null,
  source: ByteSource,
  version: number,
  trace: Trace | null,
  moment: Moment | null,
): ShownPixels | null {
  const ask = async (wanted: PixelImage): Promise<ShownPixels> => {
    const last = trace && moment && moment.step > 0 ? moment.step - 1 : null;
    const [pixels, before] = await Promise.all([
      readPixels(source, wanted),
      trace && last !== null
        ? readPixels({ read: (range) => trace.read(last, range) }, wanted).catch(() => null)
        : null,
    ]);
    return { pixels, changed: before && changedPixels(before, pixels) };
  };
  return useNewest(image && (() => ask(image)), [source, version, JSON.stringify(image)]);
}
