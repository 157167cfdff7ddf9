// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ExampleTrace } from '../view-model/example-trace.ts';
import { type Place, rangeOf } from '../view-model/place.ts';
import { ByteHistory } from './byte-history.tsx';
import { FindingsPanel } from './findings-panel.tsx';
import { testStage } from './test-stage.ts';

const stage = testStage();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const trace = new ExampleTrace();
const ignore = () => {};
const onGo = vi.fn();
async function showHistory(step: number, place: Place, onBreakpoints = ignore) {
  const moment = await trace.at(step);
  const past = { trace, moment, onGo, breakpoints: [], onBreakpoints };
  act(() => stage.root.render(<ByteHistory {...past} place={place} onSelect={ignore} />));
  await act(() => vi.advanceTimersByTimeAsync(200));
}
const press = (name: string) =>
  act(() => [...stage.host.querySelectorAll('button')].find(({ textContent }) => textContent === name)?.click());

it('tells whose a byte is, and goes to the step that wrote it', async () => {
  await showHistory(11, { range: rangeOf(0x104d4, 1), label: '0x104d4' });
  expect(stage.host.textContent).toContain('Belongs to sum of add, int, value 3');
  press('Go to the step that wrote this');
  expect(onGo).toHaveBeenLastCalledWith(9);
  expect([...stage.host.querySelectorAll('li')].map((item) => item.dataset.state)).toEqual([
    'before',
    'before',
    'before',
    'after',
  ]);
});

it('tells of the block that holds it', async () => {
  await showHistory(11, { range: rangeOf(0x10514, 4), label: 'block 1' });
  expect(stage.host.textContent).toContain(
    'block 1: allocated by main.cpp, line 10 (step 0), freed by main.cpp, line 15 (step 13)',
  );
});

it('sets a stop on the selected bytes', async () => {
  const onBreakpoints = vi.fn();
  const place = { range: rangeOf(0x400, 4), label: 'total' };
  await showHistory(5, place, onBreakpoints);
  expect(stage.host.textContent).toContain('Nothing recorded wrote this before.');
  press('Stop when these bytes are written');
  expect(onBreakpoints).toHaveBeenCalledWith([{ kind: 'write', ...place }]);
});

it('lists findings with the guilty line and its cause, those to come marked', async () => {
  const { findings } = await trace.at(trace.steps);
  const moment = await trace.at(3);
  act(() => stage.root.render(<FindingsPanel {...{ findings, moment, onGo }} isRecorded limit={null} />));
  expect(stage.host.querySelector('li')?.dataset.state).toBe('ahead');
  press('main.cpp, line 16 (step 14)');
  press('main.cpp, line 15 (step 13)');
  expect(onGo.mock.calls.slice(-2)).toEqual([[14], [13]]);
  act(() =>
    stage.root.render(<FindingsPanel {...{ moment, onGo }} isRecorded findings={[]} limit="Then it was full." />),
  );
  expect(stage.host.textContent).toMatch(/^Nothing wrong was found: .*no use of a detached view\. Then it was full\.$/);
});

it('says whether there is no run yet, or one that is being looked through', () => {
  const show = (isRecorded: boolean) => {
    act(() =>
      stage.root.render(<FindingsPanel {...{ isRecorded, onGo }} findings={null} moment={null} limit={null} />),
    );
    return stage.host.textContent;
  };
  expect(show(false)).toBe('Findings appear once a run was recorded.');
  expect(show(true)).toBe('The run is being looked through.');
});
