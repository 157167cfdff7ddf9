import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, vi } from 'vitest';

interface TestStage {
  /** An element in the page, of the test that runs. */
  readonly host: HTMLElement;
  /** Draws into it. */
  readonly root: Root;
}

/** Gives each test of a file an element to draw into. To be called once, at the file's top. */
export function testStage(): TestStage {
  const stage = {} as { host: HTMLElement; root: Root };
  beforeEach(() => {
    vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
    stage.host = document.body.appendChild(document.createElement('div'));
    stage.root = createRoot(stage.host);
  });
  afterEach(() => {
    act(() => stage.root.unmount());
    stage.host.remove();
  });
  return stage;
}
