// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { FrameStatistics } from '../view-model/frame-rate.ts';
import { CanvasPanel } from './canvas-panel.tsx';
import { testStage } from './test-stage.ts';

const stage = testStage();
const statistics = { width: 64, height: 48, isReduced: false, frames: 12, rate: 59.94, spent: 3.21 };

function drawing() {
  const listeners = new Set<() => void>();
  let told: FrameStatistics | null = null;
  return {
    element: document.createElement('canvas'),
    statistics: () => told,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(now: FrameStatistics | null) {
      told = now;
      for (const listener of listeners) listener();
    },
  };
}

it('tells how to draw until something is drawn, then shows it with the rate reached', async () => {
  const picture = drawing();
  const asked: boolean[] = [];
  const show = (isRecorded: boolean) =>
    act(async () =>
      stage.root.render(
        <CanvasPanel
          {...{ picture, isRecorded }}
          isBusy={false}
          onRun={({ recorded }) => {
            asked.push(recorded);
          }}
        />,
      ),
    );
  await show(true);
  expect(stage.host.textContent).toContain('Nothing drawn yet');
  await act(async () => picture.tell(statistics));
  const words = '64 x 48 pixels · 59.9 frames a second · 3.2 ms a frame in the program · 12 frames';
  expect(stage.host.querySelector('figcaption')?.textContent).toBe(words);
  expect(stage.host.querySelector('[role=img]')?.getAttribute('aria-label')).toContain(words);
  expect(stage.host.querySelector('canvas')).toBe(picture.element);
  expect(picture.element.style.width).toMatch(/^\d+px$/);

  const button = () => stage.host.querySelector('button');
  expect(button()?.textContent).toBe('Run without recording');
  await act(async () => button()?.click());
  await show(false);
  expect(stage.host.textContent).toContain('Not recorded');
  await act(async () => button()?.click());
  expect(asked).toEqual([false, true]);

  // Another run draws nothing: the old picture is gone, and comes again.
  await act(async () => picture.tell(null));
  expect(stage.host.querySelector('canvas')).toBeNull();
  await act(async () => picture.tell(statistics));
  expect(stage.host.querySelector('canvas')).toBe(picture.element);
});
