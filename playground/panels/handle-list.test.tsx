// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import type { EmbindHandle } from '../trace/memory-state.ts';
import { exampleState } from '../view-model/example-state.ts';
import { HandleList } from './handle-list.tsx';
import { HeapPanel } from './heap-panel.tsx';
import { testStage } from './test-stage.ts';

const stage = testStage();

const text: EmbindHandle = {
  kind: 'val',
  number: 10,
  holds: '"text"',
  references: 2,
  counts: [],
  madeAt: { path: 'main.cpp', line: 7, column: 3 },
  madeInStep: 5,
  goneInStep: null,
};
const counter: EmbindHandle = { ...text, kind: 'object', number: 0x10510, holds: 'Counter', madeAt: null };

function draw(handles: readonly EmbindHandle[], onGo: ((step: number) => void) | null) {
  act(() => stage.root.render(<HandleList state={{ ...exampleState, handles }} onGo={onGo} />));
  return stage.host;
}

describe('the list of handles', () => {
  it('counts those that are there on both sides', () => {
    const element = draw([text, { ...text, goneInStep: 9, references: 0 }, counter], null);
    expect(element.querySelector('summary')?.textContent).toBe(
      'Embind: C++ holds 1 JavaScript value, JavaScript holds 1 C++ object',
    );
    const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['val 10', '"text"', '2', 'main.cpp, line 7'],
      ['val 10', '"text"', 'released', 'main.cpp, line 7'],
      ['object at 0x10510', 'Counter', '2', ''],
    ]);
  });

  it('leads to the step that made one', () => {
    const steps: number[] = [];
    const element = draw([text], (step) => steps.push(step));
    act(() => element.querySelector('button')?.click());
    expect(steps).toEqual([4]);
  });

  it('is not there for a program without them', () => {
    expect(draw([], null).textContent).toBe('');
  });

  it('is shown, and open, while a program has no block', () => {
    const state = { ...exampleState, blocks: [], handles: [text] };
    const bytes = { read: async () => new Uint8Array() };
    const panel = { state, bytes, moment: null, selection: null, ended: false, trace: null };
    act(() => stage.root.render(<HeapPanel {...panel} onSelect={() => {}} onGo={() => {}} />));
    expect(stage.host.textContent).toContain('C++ holds 1 JavaScript value');
    expect(stage.host.querySelector('details')?.open).toBe(true);
  });
});
