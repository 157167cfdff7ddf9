// @vitest-environment happy-dom
import { act } from 'react';
import { beforeEach, expect, it } from 'vitest';
import { testStage } from '../panels/test-stage.ts';
import { ByteChooser } from './byte-chooser.tsx';

const stage = testStage();
const memory = {
  program: 'p',
  pieces: [
    { address: 0x10c, bytes: [1, 2, 3, 4, 5, 6, 7, 8] },
    { address: 0x200, bytes: [255] },
  ],
};
const chosen = new Set<number>();
const fixed = new Set<number>();
const show = (isMany: boolean) => {
  const render = () =>
    stage.root.render(
      <ByteChooser
        memory={memory}
        label="Bytes"
        isMany={isMany}
        describedBy="x"
        arrow={{ from: 0x10c, to: 0x200 }}
        isChosen={(address) => chosen.has(address)}
        isFixed={(address) => fixed.has(address)}
        gradeOf={(address) => (address === 0x200 ? 'wrong' : 'open')}
        nameOf={(address) => (address < 0x110 ? 'the pointer' : null)}
        onChoose={(addresses, isChosen) => {
          if (!isMany) chosen.clear();
          for (const address of addresses) isChosen ? chosen.add(address) : chosen.delete(address);
          render();
        }}
      />,
    );
  act(render);
};
const options = () => [...stage.host.querySelectorAll<HTMLElement>('[role=option]')];
const press = (key: string, shiftKey = false) =>
  act(() => document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true })));

beforeEach(() => {
  chosen.clear();
  fixed.clear();
});

it('names each byte by its address, what it is, and how it was graded', () => {
  show(true);
  expect(options().map((option) => option.getAttribute('aria-label'))).toEqual([
    ...[1, 2, 3, 4].map((byte, index) => `0x0010${'cdef'[index]}: 0${byte}, the pointer`),
    ...[5, 6, 7, 8].map((byte, index) => `0x0011${index}: 0${byte}`),
    '0x00200: FF, wrong',
  ]);
  expect(stage.host.querySelectorAll('[role=group]')).toHaveLength(3);
  expect(stage.host.querySelector('svg.byte-arrow path')).not.toBeNull();
});

it('is one stop of the tab key, where arrows move and the space bar chooses', () => {
  show(true);
  expect(options().filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  act(() => options()[0]?.focus());
  press('ArrowRight');
  press(' ');
  expect([...chosen]).toEqual([0x10d]);
  press('ArrowRight', true);
  press('ArrowRight', true);
  expect([...chosen].sort()).toEqual([0x10d, 0x10e, 0x10f]);
  press(' ');
  expect(chosen.has(0x10f)).toBe(false);
  press('End');
  press('ArrowRight');
  expect(document.activeElement?.getAttribute('data-address')).toBe(String(0x200));
});

it('changes nothing that is fixed', () => {
  fixed.add(0x10d);
  show(true);
  act(() => options()[0]?.focus());
  press('ArrowRight', true);
  expect([...chosen]).toEqual([0x10c]);
  press(' ');
  expect([...chosen]).toEqual([0x10c]);
});

it('chooses one byte at a time where only one is asked for', () => {
  show(false);
  act(() => options()[0]?.focus());
  press('Enter');
  press('ArrowDown');
  press(' ');
  expect([...chosen]).toEqual([0x200]);
});
