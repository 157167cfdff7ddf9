import { expect, it } from 'vitest';
import { FrameRate, framesInWords } from './frame-rate.ts';

it('tells frames a second and milliseconds a frame of the last ones', () => {
  const rate = new FrameRate();
  for (let frame = 0; frame < 200; frame++) rate.add(frame * 20, frame < 100 ? 9 : 3);
  const told = rate.statistics({ width: 640, height: 480, isReduced: false });
  expect(told).toEqual({ width: 640, height: 480, isReduced: false, frames: 200, rate: 50, spent: 3 });
  expect(framesInWords(told)).toBe(
    '640 x 480 pixels · 50.0 frames a second · 3.0 ms a frame in the program · 200 frames',
  );
});

const small = { width: 1, height: 1, isReduced: false };

it('takes a pause for the end of an animation', () => {
  const rate = new FrameRate();
  rate.add(0, 1);
  rate.add(100, 1);
  rate.add(10_000, 1);
  expect(rate.statistics(small).rate).toBeNull();
  rate.add(10_010, 1);
  expect(rate.statistics(small).rate).toBe(100);
});

it('of a picture that was drawn once tells its size', () => {
  expect(framesInWords(new FrameRate().statistics({ width: 3840, height: 2160, isReduced: true }))).toBe(
    '3840 x 2160 pixels, shown smaller while it moves',
  );
});
