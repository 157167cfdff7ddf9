// @vitest-environment happy-dom
import { act, useMemo, useState } from 'react';
import { beforeEach, expect, it } from 'vitest';
import type { Moment } from '../trace/trace.ts';
import { ExampleTrace } from '../view-model/example-trace.ts';
import type { Place } from '../view-model/place.ts';
import { StackPanel } from './stack-panel.tsx';
import { testStage } from './test-stage.ts';

const stage = testStage();
let selected: Place | null;
beforeEach(() => {
  selected = null;
});

const trace = new ExampleTrace();
function Shown({ moment }: { readonly moment: Moment }) {
  const [selection, setSelection] = useState<Place | null>(null);
  selected = selection;
  const bytes = useMemo(() => ({ read: trace.read.bind(trace, moment.step) }), [moment]);
  return <StackPanel {...{ moment, bytes, selection }} onSelect={setSelection} onShowLine={() => {}} />;
}
async function show(step: number) {
  const moment = await trace.at(step);
  await act(async () => stage.root.render(<Shown moment={moment} />));
}
const rows = () =>
  [...stage.host.querySelectorAll('tbody tr[data-row]')].map((row) =>
    [...row.children].map(({ textContent }) => textContent).join(' | '),
  );
const row = (id: string) => stage.host.querySelector<HTMLElement>(`[data-row="${id}"]`);
const press = (key: string) =>
  act(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));

it('lists the frames, the innermost first, then the globals', async () => {
  await show(8);
  expect([...stage.host.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
    'addline 532 bytes at 0x104c0',
    'mainline 1432 bytes at 0x104e0',
    'Globals',
  ]);
  expect(rows()).toEqual([
    'numbers | 0x10510→ block 1 | const int*parameter | 0x104dc',
    'count | 3 | intparameter | 0x104d8',
    'sum | 1changed | int | 0x104d4',
    'i | 0 | int | 0x104d0',
    'data | 0x10510→ block 1 | int* | 0x104fc',
    'total | 0 | int | 0x00400',
  ]);
});

it('says in words that nothing was written yet', async () => {
  await show(5);
  expect(rows()[2]).toBe('sum | 0, not initialised | int | 0x104d4');
});

it('moves by arrows and selects by Enter', async () => {
  await show(8);
  act(() => row('frame 1 add/numbers')?.focus());
  press('ArrowDown');
  press('ArrowDown');
  expect(document.activeElement).toBe(row('frame 1 add/sum'));
  press('Enter');
  expect(selected).toEqual({ label: 'sum in add', range: { start: 0x104d4, end: 0x104d8 } });
  expect(row('frame 1 add/sum')?.getAttribute('aria-selected')).toBe('true');
});

it('follows a pointer to its block', async () => {
  await show(8);
  act(() => stage.host.querySelector<HTMLElement>('.points-to')?.click());
  expect(selected).toEqual({ label: 'block 1', range: { start: 0x10510, end: 0x1051c } });
});

it('closes a frame, and keeps it closed at other steps', async () => {
  await show(8);
  act(() => stage.host.querySelector<HTMLElement>('.frame-head .disclosure')?.click());
  await show(9);
  expect(rows()).toHaveLength(2);
});

it('leaves out calls between the innermost and the outermost until somebody asks', async () => {
  const moment = await trace.at(8);
  const [main, add] = moment.frames;
  if (!main || !add) throw new Error('add is called by main');
  const names = () => [...stage.host.querySelectorAll('h2 code')].map(({ textContent }) => textContent);
  const deep = { ...moment, frames: [main, ...Array.from({ length: 1000 }, () => add)] };
  await act(async () => stage.root.render(<Shown moment={deep} />));
  expect(names()).toEqual([...Array.from({ length: 20 }, () => 'add'), 'main']);
  const more = [...stage.host.querySelectorAll('button')].find(
    ({ textContent }) => textContent === '980 more calls between',
  );
  await act(async () => more?.click());
  expect(names()).toHaveLength(41);
  const few = { ...moment, frames: [main, ...Array.from({ length: 20 }, () => add)] };
  await act(async () => stage.root.render(<Shown moment={few} />));
  expect(names()).toHaveLength(21);
});

it('shows the bytes of a frame, those that changed marked', async () => {
  await show(8);
  const toggle = [...stage.host.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Bytes of the frame',
  );
  await act(async () => toggle?.click());
  const grid = stage.host.querySelector('[aria-label="Bytes of add"]');
  expect(grid?.querySelectorAll('tr')[2]?.textContent).toBe('0x104d00000000001000000i, sum');
  expect(grid?.querySelectorAll('[data-changed]')).toHaveLength(1);
});
