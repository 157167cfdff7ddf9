// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import type { Finding } from '../trace/trace.ts';
import { exampleState } from '../view-model/example-state.ts';
import { testStage } from './test-stage.ts';
import { ViewsPanel } from './views-panel.tsx';

const stage = testStage();

const late: Finding = {
  kind: 'detached view',
  view: 1,
  step: 14,
  text: 'Read element 0 of the Uint8Array made by line 2, which is detached: that gives undefined.',
  place: { path: 'lab.js', line: 7, column: 1 },
  cause: null,
};

it('lists beside a ghost what was done with it later, and goes there', () => {
  const gone: number[] = [];
  const bytes = { read: async () => new Uint8Array() };
  const props = { state: exampleState, bytes, moment: null, selection: null, onSelect() {} };
  act(() => stage.root.render(<ViewsPanel {...props} findings={[late]} onGo={(step) => gone.push(step)} />));
  const [ghost, live] = [...stage.host.querySelectorAll('tbody tr')];
  expect(ghost?.textContent).toContain('detached by line 5');
  expect(ghost?.querySelector('li')?.textContent).toBe('⚠ detached view: lab.js, line 7 (step 14)');
  expect(live?.querySelector('li')).toBeNull();
  act(() => ghost?.querySelector<HTMLButtonElement>('li button')?.click());
  expect(gone).toEqual([14]);
});
