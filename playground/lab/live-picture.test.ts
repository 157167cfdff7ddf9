// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { LivePicture } from './live-picture.ts';

afterEach(() => vi.restoreAllMocks());

function pictureOf(width: number, height: number) {
  const closed = vi.fn();
  return { bitmap: { width, height, close: closed } as unknown as ImageBitmap, closed };
}

it('hands pictures over to the canvas, which keeps the last one and its size', () => {
  const taken: unknown[] = [];
  const transferFromImageBitmap = (bitmap: unknown) => taken.push(bitmap);
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue({ transferFromImageBitmap } as never);
  const live = new LivePicture();
  const told = vi.fn();
  live.subscribe(told);
  expect(live.statistics()).toBeNull();
  const { bitmap, closed } = pictureOf(1280, 720);
  live.show({ picture: bitmap, spent: 5, width: 3840, height: 2160 });
  live.show({ picture: null, spent: 5, width: 0, height: 0 });
  expect(taken).toEqual([bitmap]);
  expect(closed).not.toHaveBeenCalled();
  expect([live.element.width, live.element.height]).toEqual([1280, 720]);
  expect(live.statistics()).toMatchObject({ width: 3840, height: 2160, isReduced: true, frames: 1 });
  expect(told).toHaveBeenCalledTimes(1);
  const { element } = live;
  live.clear();
  expect(live.statistics()).toBeNull();
  expect(live.element).not.toBe(element);
});

it('tells of frames now and then, not of each', () => {
  vi.useFakeTimers();
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null);
  const live = new LivePicture();
  const told = vi.fn();
  live.subscribe(told);
  const all = Array.from({ length: 60 }, () => pictureOf(2, 2));
  for (const { bitmap } of all) {
    live.show({ picture: bitmap, spent: 1, width: 2, height: 2 });
    vi.advanceTimersByTime(16);
  }
  expect(told.mock.calls.length).toBeLessThan(4);
  vi.advanceTimersByTime(1_000);
  expect(live.statistics()?.frames).toBe(60);
  // A canvas that cannot show them lets them go.
  expect(all.every(({ closed }) => closed.mock.calls.length === 1)).toBe(true);
  vi.useRealTimers();
});
