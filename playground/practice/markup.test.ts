import { expect, it } from 'vitest';
import { prose } from './markup.ts';

it('escapes what a module calls its variables', () => {
  expect(prose`What is ${'<img src=x onerror="alert(1)">'} & more?`).toBe(
    '<p>What is <code>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</code> &amp; more?</p>',
  );
});
