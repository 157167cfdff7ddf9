// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it } from 'vitest';
import type { HostFeature } from '../lesson/host-features.ts';
import { LackedFeatures } from './lacked-features.tsx';

function wordsFor(needs?: readonly HostFeature[]): string {
  const element = document.createElement('div');
  act(() => createRoot(element).render(<LackedFeatures needs={needs} />));
  return element.textContent;
}

it('names what this host lacks, and only that', () => {
  // Node.js has no such memory yet; its own streams are everywhere.
  expect(wordsFor(['resizable-buffer', 'tail-calls'])).toMatch(/needs: memory with a resizable buffer\. It cannot run/);
  expect(wordsFor(['tail-calls'])).toBe('');
  expect(wordsFor()).toBe('');
});
