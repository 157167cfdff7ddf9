// @vitest-environment happy-dom
import { act, useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Moment } from '../trace/trace.ts';
import type { Breakpoint } from '../view-model/breakpoints.ts';
import { ExampleTrace } from '../view-model/example-trace.ts';
import { firstPlayback } from '../view-model/moves.ts';
import { TimeTravel } from '../view-model/time-travel.ts';
import { testStage } from './test-stage.ts';
import { Timeline } from './timeline.tsx';

const stage = testStage();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Renders the timeline as a lab does: moments that arrive are shown, stops that are set are kept. */
async function show(
  trace: ExampleTrace,
  from: number,
  crash: string | null = null,
  given: readonly Breakpoint[] = [],
  isBusy = false,
): Promise<TimeTravel> {
  const { findings } = await trace.at(15);
  let arrived = (_: Moment) => {};
  const surroundings = {
    onMoment: (moment: Moment) => arrived(moment),
    onProblem() {},
    nextFrame: () => new Promise<void>((resolve) => setTimeout(resolve, 16)),
  };
  const travel = new TimeTravel(trace, surroundings, from);
  function Shown() {
    const [moment, setMoment] = useState<Moment | null>(null);
    const [breakpoints, setBreakpoints] = useState<readonly Breakpoint[]>(given);
    const [playback, setPlayback] = useState(firstPlayback);
    arrived = setMoment;
    return (
      <Timeline
        {...{ travel, moment, given }}
        isBusy={isBusy}
        selection={null}
        findings={findings}
        crash={crash}
        edited={[]}
        settings={{ ...playback, breakpoints }}
        onBreakpoints={setBreakpoints}
        onPlayback={setPlayback}
      />
    );
  }
  act(() => stage.root.render(<Shown />));
  await pass(20);
  return travel;
}

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const button = (name: string) =>
  [...stage.host.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  );
const press = async (name: string) => {
  act(() => button(name)?.click());
  await pass(20);
};
const slider = () => stage.host.querySelector<HTMLInputElement>('input[type="range"]');
const text = (selector: string) => stage.host.querySelector(selector)?.textContent;

it('says where one is, what happened, and what is next', async () => {
  await show(new ExampleTrace(), 1);
  expect(text('.timeline-count')).toBe('1 / 15');
  expect(text('.timeline-did')).toBe('Line 10 allocated block 1, 12 bytes. Next: line 11 of main.cpp.');
  expect(slider()?.getAttribute('aria-valuetext')).toBe('step 1 of 15, main.cpp line 11');
});

it('says at its end how a run ended that did not finish', async () => {
  await show(new ExampleTrace(), 15, 'main trapped at main.cpp, line 16: a whole number was divided by zero');
  expect(text('.timeline-did')).toContain(
    'Here the run ends: main trapped at main.cpp, line 16: a whole number was divided by zero.',
  );
  await press('Step back one line');
  expect(text('.timeline-did')).not.toContain('trapped');
});

it('stays where it is while a program runs, and keeps the focus', async () => {
  const travel = await show(new ExampleTrace(), 3, null, [], true);
  const input = slider();
  input?.focus();
  act(() => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, '9');
    input?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await pass(20);
  expect([travel.position().step, input?.value, document.activeElement === input]).toEqual([3, '3', true]);
});

it('draws findings over the marks of what happened close to them', async () => {
  await show(new ExampleTrace(), 1);
  await pass(200);
  const kinds = [...stage.host.querySelectorAll('.scrubber-mark')].map((mark) => mark.getAttribute('data-kind'));
  expect(kinds).toEqual(['release', 'allocation', 'finding']);
});

it('steps, and stays focusable at the end', async () => {
  const travel = await show(new ExampleTrace(), 13);
  await press('Step to the next line');
  expect(travel.position().step).toBe(14);
  expect(text('.timeline-finding')).toContain(
    '⚠ The next step is at fault: it read 4 bytes of block 1 after it was freed.',
  );
  await press('Go to the end');
  expect(travel.position().step).toBe(15);
  expect(text('.timeline-finding')).toContain('⚠ Read 4 bytes of block 1 after it was freed.');
  const next = button('Step to the next line');
  expect([next?.disabled, next?.getAttribute('aria-disabled')]).toEqual([false, 'true']);
});

it('reads a step out once one rests at it', async () => {
  const travel = await show(new ExampleTrace(), 0);
  await pass(1000);
  for (const step of [1, 2, 3]) {
    act(() => travel.go(step));
    await pass(50);
  }
  expect(text('[role="status"]')).toContain('Step 0.');
  await pass(600);
  expect(text('[role="status"]')).toBe(
    'Step 3. Line 12 stored 4 bytes, value 2, in block 1. Next: line 13 of main.cpp.',
  );
});

it('asks nothing about the run while it is scrubbed but the moments', async () => {
  const trace = new ExampleTrace(1_000_000);
  const travel = await show(trace, 0);
  await pass(1000);
  trace.asked.length = 0;
  for (let step = 1; step <= 200; step++) {
    act(() => travel.go(step * 4000));
    await pass(1);
  }
  expect(new Set(trace.asked.map((what) => what.split(' ')[0]))).toEqual(new Set(['at']));
  expect(trace.asked.length).toBeLessThanOrEqual(14);
});

it('sets the stops again that a lesson gave', async () => {
  await show(new ExampleTrace(), 0, null, [{ kind: 'growth' }]);
  expect(button('Set the lesson’s stops again')).toBeUndefined();
  await press('Remove the stop: memory grows');
  await press('Stop when: a view is detached');
  await press('Set the lesson’s stops again');
  expect(button('Remove the stop: memory grows')).toBeDefined();
  expect(text('summary')).toBe('Stops (1)');
  expect(button('Set the lesson’s stops again')).toBeUndefined();
});

it('sets a stop on growth, and takes it away again', async () => {
  await show(new ExampleTrace(), 0);
  await press('Stop when: memory grows');
  expect(text('summary')).toBe('Stops (1)');
  expect(button('Go on to the next stop')).toBeDefined();
  await press('Remove the stop: memory grows');
  expect(text('summary')).toBe('Stops');
});
