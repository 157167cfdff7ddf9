// @vitest-environment happy-dom
import { act, useState } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Moment } from '../trace/trace.ts';
import { ExampleTrace } from '../view-model/example-trace.ts';
import { type PixelSettings, parsePixels } from '../view-model/pixel-settings.ts';
import { type Place, rangeOf } from '../view-model/place.ts';
import { PixelsPanel } from './pixels-panel.tsx';
import { testStage } from './test-stage.ts';

const trace = new ExampleTrace();
const stage = testStage();
let arrive: (moment: Moment) => void;
let selected: Place | null = null;
let chosen: PixelSettings | null = null;
/** What was drawn last: its row, and its bytes. */
let drawn: { readonly row: number; readonly bytes: readonly number[] } | null = null;

beforeEach(() => {
  drawn = null;
  vi.stubGlobal(
    'ImageData',
    class {
      constructor(readonly data: Uint8ClampedArray) {}
    },
  );
  const context = {
    putImageData({ data }: ImageData, _x: number, row: number) {
      drawn = { row, bytes: [...data] };
    },
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
});

/** Renders the panel as a lab does. */
async function show(settings: string | null, selection: Place | null = null): Promise<void> {
  const first = await trace.at(0);
  function Shown() {
    const [moment, setMoment] = useState(first);
    const [place, setPlace] = useState(selection);
    const [pixels, setPixels] = useState(settings === null ? null : parsePixels(settings));
    [arrive, selected, chosen] = [setMoment, place, pixels];
    return (
      <PixelsPanel
        {...{ moment, trace }}
        state={moment.state}
        bytes={{ read: (range) => trace.read(moment.step, range) }}
        selection={place}
        onSelect={setPlace}
        settings={pixels}
        onSettings={setPixels}
      />
    );
  }
  await act(async () => stage.root.render(<Shown />));
}
const go = async (step: number) => {
  const moment = await trace.at(step);
  await act(async () => arrive(moment));
};
const text = (selector: string) => stage.host.querySelector(selector)?.textContent?.replaceAll(/\s+/g, ' ').trim();
const picture = () => stage.host.querySelector<HTMLElement>('[role=application]');
const press = (key: string, more: KeyboardEventInit = {}) =>
  act(async () => picture()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more })));
const type = (name: string, value: string) =>
  act(async () => {
    const field = stage.host.querySelector<HTMLInputElement>(`[name=${name}]`);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
const button = (words: string) => [...stage.host.querySelectorAll('button')].find((each) => each.textContent === words);

// The example's `*data`, an array of three ints, lies at 0x10510 and is written from step 2 on.
it('draws the bytes of the step, and says in words what they are and what changed', async () => {
  await show('0x10510, 3x1, rgba8');
  expect(text('.pixel-words')).toContain('3 x 1 pixels, RGBA8, 12 bytes at 0x10510');
  await go(2);
  const bytes = [...(await trace.read(2, rangeOf(0x10510, 12)))];
  expect(drawn).toEqual({ row: 0, bytes });
  expect(text('.pixel-words strong')).toBe('1 pixel changed in this step.');
  expect(stage.host.querySelector('[data-kind=changed] path')?.getAttribute('d')).toBe('M0 0h1v1h-1z');
  await go(0);
  expect(stage.host.querySelector('[data-kind=changed]')).toBeNull();
});

it('selects the bytes of a pixel, and outlines the selection', async () => {
  await show('0x10510, 3x1, rgba8');
  await press('ArrowRight');
  expect(selected).toEqual({ range: rangeOf(0x10514, 4), label: '0x10514' });
  expect(stage.host.querySelector('[data-kind=selected] path')?.getAttribute('d')).toBe('M1 0h1v1h-1z');
  expect(text('.pixel-readout')).toContain('Pixel 1, 0 at 0x10514: red');
  await press('End', { shiftKey: true });
  expect(selected?.range).toEqual(rangeOf(0x10514, 8));
  await press('Home', { ctrlKey: true });
  expect(selected?.range.start).toBe(0x10510);
});

it('moves through pixels that share a byte', async () => {
  await show('0x10510, 16x2, bit1');
  await press('ArrowRight');
  await press('ArrowRight');
  expect(text('.pixel-readout')).toContain('Pixel 2, 0 at 0x10510');
  await press('ArrowDown');
  expect(text('.pixel-readout')).toContain('Pixel 2, 1 at 0x10512');
});

it('guesses of what is selected until somebody chooses, and stays when a pixel is picked', async () => {
  await show(null, { range: rangeOf(0x10510, 64), label: '0x10510' });
  expect(text('.pixel-guess')).toContain('4 x 4 pixels of RGBA8, a square');
  expect(chosen).toBeNull();
  await press('ArrowDown');
  expect(chosen).toEqual({ start: '0x10510', width: 4, height: 4, stride: null, format: 'rgba8' });
  expect(selected?.range).toEqual(rangeOf(0x10520, 4));
  expect(text('.pixel-words')).toContain('4 x 4 pixels');
  await act(async () => button('Guess of what is selected')?.click());
  expect(chosen).toBeNull();
});

it('says in words what is wrong with a field, at that field', async () => {
  await show('0x10510, 3x1, rgba8');
  await type('stride', '11');
  expect(text('[role=alert]')).toContain('but a row of 3 pixels of RGBA8 takes 12 bytes');
  const field = stage.host.querySelector('[name=stride]');
  expect(field?.getAttribute('aria-invalid')).toBe('true');
  expect(stage.host.querySelector(`[id="${field?.getAttribute('aria-describedby')}"]`)?.textContent).toContain('12');
  expect(picture()).toBeNull();
  await type('stride', 'x');
  expect(text('[role=alert]')).toBe('The stride must be a whole number, such as 64.');
  await type('stride', '');
  expect(text('[role=alert]')).toBe('');
  expect(picture()?.getAttribute('aria-label')).toContain('3 x 1 pixels');
});

it('guesses size and format of what was typed, until these are typed too', async () => {
  await show(null, { range: rangeOf(0x10510, 64), label: '0x10510' });
  await type('start', 'nothing here');
  expect(text('[role=alert]')).toContain('There is no "nothing here"');
  await type('start', '0x400..0x800');
  expect(chosen).toMatchObject({ start: '0x400..0x800', width: 16, height: 16, format: 'rgba8' });
  await type('width', '8');
  await type('start', '0x500..0x900');
  expect(chosen).toMatchObject({ start: '0x500..0x900', width: 8, height: 16 });
});

it('keeps what is typed while it is typed', async () => {
  await show('0x10510, 3x1, rgba8');
  await type('start', 'block 1 ');
  expect(stage.host.querySelector<HTMLInputElement>('[name=start]')?.value).toBe('block 1 ');
  expect(chosen?.start).toBe('block 1');
});

it('draws samples of sound as a waveform, and steps through them', async () => {
  await show('0x10510, 6x1, wave16');
  await go(2);
  expect(stage.host.querySelector('.wave-line')?.getAttribute('d')).toMatch(/^M0\.5 /);
  expect(text('.pixel-words strong')).toBe('1 sample changed in this step.');
  await press('ArrowRight');
  expect(selected?.range).toEqual(rangeOf(0x10512, 2));
  expect(text('.pixel-readout')).toContain('Sample 1 at 0x10512: sample');
});
