import { expect, it } from 'vitest';
import { FrameClock } from './frame-clock.ts';

function start() {
  const page: (() => void)[] = [];
  let sent = 0;
  const clock = new FrameClock(
    () => sent++,
    (call) => page.push(call),
  );
  /** The page draws. */
  const draw = () => {
    for (const call of page.splice(0)) call();
    return sent;
  };
  return { clock, draw };
}

it('says that it is time for a frame when the page draws, and only if one was wanted', () => {
  const { clock, draw } = start();
  expect(draw()).toBe(0);
  clock.want();
  clock.want();
  expect(draw()).toBe(1);
  clock.answered();
  expect(draw()).toBe(1);
});

it('lets no more than two frames be on their way', () => {
  const { clock, draw } = start();
  for (let frame = 0; frame < 5; frame++) {
    clock.want();
    draw();
  }
  expect(draw()).toBe(2);
  clock.answered();
  expect(draw()).toBe(3);
});

it('says nothing after its end', () => {
  const { clock, draw } = start();
  clock.want();
  clock.end();
  expect(draw()).toBe(0);
});
