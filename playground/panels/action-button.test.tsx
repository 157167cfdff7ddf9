// @vitest-environment happy-dom
import { act } from 'react';
import { expect, it } from 'vitest';
import { ActionButton } from './action-button.tsx';
import { testStage } from './test-stage.ts';

const stage = testStage();

it('does nothing while it is off, and keeps the focus', () => {
  let presses = 0;
  const show = (isOff: boolean) =>
    act(() =>
      stage.root.render(
        <ActionButton isOff={isOff} onPress={() => presses++}>
          Run
        </ActionButton>,
      ),
    );
  show(false);
  const button = stage.host.querySelector('button') as HTMLButtonElement;
  button.focus();
  act(() => button.click());
  show(true);
  act(() => button.click());
  expect(presses).toBe(1);
  expect([button.disabled, button.getAttribute('aria-disabled')]).toEqual([false, 'true']);
  expect(document.activeElement).toBe(button);
});
