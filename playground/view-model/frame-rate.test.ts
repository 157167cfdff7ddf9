import { expect, it } from 'vitest';
import { FrameRate, framesInWords } from './frame-rate.ts';

it('tells frames a second and milliseconds a frame of the last ones', () => {
  const rate = new FrameRate();
  for (let frame = 0; frame < 200; frame++) rate.add(frame * 20, frame < 100 ? 9 : 3);
  const told = rate.statistics(640, 480);
  expect(told).toEqual({ width: 640, height: 480, frames: 200, rate: 50, spent: 3 });
  expect(framesInWords(told)).toBe(
    '640 x 480 pixels · 50.0 frames a second · 3.0 ms a frame in the program · 200 frames',
  );
});

it('takes a pause for the end of an animation', () => {
  const rate = new FrameRate();
  rate.add(0, 1);
  rate.add(100, 1);
  rate.add(10_000, 1);
  expect(rate.statistics(1, 1).rate).toBeNull();
  rate.add(10_010, 1);
  expect(rate.statistics(1, 1).rate).toBe(100);
});

it('of a picture that was drawn once tells its size', () => {
  expect(framesInWords(new FrameRate().statistics(3840, 2160))).toBe('3840 x 2160 pixels');
});
