// @vitest-environment happy-dom
import { act, useState } from 'react';
import { expect, it, vi } from 'vitest';
import type { Moment } from '../trace/trace.ts';
import { ExampleTrace } from '../view-model/example-trace.ts';
import { type Place, rangeOf } from '../view-model/place.ts';
import { BytesPanel } from './bytes-panel.tsx';
import { testStage } from './test-stage.ts';

const trace = new ExampleTrace();
const stage = testStage();
let arrive: (moment: Moment) => void;

/** Renders the panel as a lab does: it shows the moments that arrive, and what is selected. */
async function show(selected: Place | null): Promise<void> {
  const first = await trace.at(0);
  function Shown() {
    const [moment, setMoment] = useState(first);
    const [selection, onSelect] = useState(selected);
    arrive = setMoment;
    return (
      <BytesPanel
        {...{ moment, selection, onSelect, trace }}
        state={moment.state}
        bytes={{ read: (range) => trace.read(moment.step, range) }}
        breakpoints={[]}
        onShown={() => {}}
        onGo={() => {}}
        onBreakpoints={() => {}}
      />
    );
  }
  await act(async () => stage.root.render(<Shown />));
}
const go = async (step: number) => {
  const moment = await trace.at(step);
  await act(async () => arrive(moment));
};
const rows = () =>
  [...stage.host.querySelectorAll('.bytes-row .bytes-address')].map((each) => each.textContent?.trim());
const button = (words: string) => [...stage.host.querySelectorAll('button')].find((each) => each.textContent === words);
const press = (words: string) => act(async () => button(words)?.click());
const total: Place = { range: rangeOf(0x400, 4), label: 'total' };

it('brings what a step writes into sight while nothing was chosen', async () => {
  await show(null);
  await go(1);
  expect(rows()).toContain('0x104f8');
  await go(2);
  expect(rows()).toContain('0x10510');
  expect(stage.host.querySelectorAll('.byte[data-changed]')).toHaveLength(1);
});

it('stays at what was chosen, says what was written elsewhere, and goes there when asked', async () => {
  await show(total);
  await go(2);
  expect(rows()).toContain('0x00400');
  expect(rows()).not.toContain('0x10510');
  await press('The step wrote start of *data, block 1');
  expect(rows()).toContain('0x10510');
  expect(button('The step wrote start of *data, block 1')).toBeUndefined();
  await go(5);
  expect(rows()).toContain('0x10510');
});

it('follows again when asked to', async () => {
  await show(total);
  expect(button('Follow writes')?.getAttribute('aria-pressed')).toBe('false');
  await press('Follow writes');
  await go(2);
  expect(rows()).toContain('0x10510');
  expect(button('Follow writes')?.getAttribute('aria-pressed')).toBe('true');
});

it('keeps what it showed when the recording ends before it answers', async () => {
  await show(total);
  const before = rows();
  const read = vi.spyOn(trace, 'read').mockRejectedValue(new Error('the recording is gone'));
  // A rejection that nobody handled would fail this file.
  await go(2);
  expect(read).toHaveBeenCalled();
  expect(rows()).toEqual(before);
  read.mockRestore();
});
