import { expect } from '@playwright/test';
import { play, script, start, test } from './sandbox-page.ts';

/** Each copies the 64 bytes of `view`, or more, in one statement; the last two where a browser has such functions only. */
const ways = [
  ...['view.slice()', 'Array.from(view)', 'Array.from(view.values())', '[...view]', 'Math.max(...view)'],
  ...['[].concat.apply([], view)', 'Reflect.apply(Math.max, null, view)', 'new Set(view)', 'own.set(view)'],
  ...['new Float64Array(view)', 'structuredClone([view])', 'JSON.stringify([view])', 'new TextDecoder().decode(view)'],
  ...['new Blob([view])', 'new Response(view)', 'view.join()', 'view.map(Number)', 'Object.values(view)'],
  ...['memory.buffer.slice(1024, 1088)', 'new MessageChannel().port1.postMessage(view)', 'view.toSorted()'],
  ...['Uint8Array.prototype.slice.call(Module.HEAPU8, 0, 64)', '[...Module.HEAPU8.subarray(0, 64)]'],
  ...['view.values().toArray()', 'await Array.fromAsync(view)'],
];

const reads = [
  'const view = new Uint8Array(memory.buffer, 1024, 64);',
  'let sum = 0;',
  'for (const byte of view) sum += byte;',
  'view.forEach((byte) => (sum += byte));',
  'console.log(view.subarray(2).length, new Uint8Array(64).slice().length);',
];

test('each way of copying out of memory is told, and reading one by one is not', async ({ page, server }) => {
  const lines = ways.map((way) => `{ const view = new Uint8Array(memory.buffer, 1024, 64); ${way}; }`);
  const shown = await play(page, server, {
    program: 'int main() {}',
    steps: [start, script(['const own = new Uint8Array(64);', ...lines, ...reads].join('\n'))],
    asksViews: true,
  });
  expect(shown.outcomes.at(-1)).toMatchObject({ status: 'finished' });
  const told = new Set(shown.copies.filter(({ bytes }) => bytes >= 64).map(({ line }) => (line ?? 0) - 2));
  expect([...told].map((line) => ways[line] ?? reads[line - ways.length])).toEqual(ways);
});
