import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { plainText } from '../../playground/trace/phrase.ts';
import { runInLab } from './lab-run.ts';

const toolbox = readFileSync(new URL('toolbox.cpp', import.meta.url), 'utf8');

/** What the steps of a script did that stored something, in words. */
async function storesOf(script: string): Promise<readonly string[]> {
  const { trace } = await runInLab('main.cpp', toolbox, script);
  const told: string[] = [];
  for (let step = 0; step <= trace.steps; step++) {
    const { did } = await trace.at(step);
    if (/lab\.js.*stored/.test(plainText(did))) told.push(plainText(did).replace(/0x[\da-f]+/gi, 'A'));
  }
  return told;
}

it('a store into an element is told as one of the whole element, also where its bytes were the same', async () => {
  expect(
    await storesOf(`const view = new Int32Array(memory.buffer, 8192, 4);
view[0] = 42;
view[0] = 42;
view[1] = 0;
view[2] += 300;
new DataView(memory.buffer, 8192).setInt16(12, 7, true);`),
  ).toEqual([
    'Line 2 of lab.js stored 4 bytes, value 42, at A, element 0 of the Int32Array made by line 1.',
    'Line 3 of lab.js stored 4 bytes, value 42, at A, element 0 of the Int32Array made by line 1.',
    'Line 4 of lab.js stored 4 bytes, value 0, at A, element 1 of the Int32Array made by line 1.',
    'Line 5 of lab.js stored 4 bytes, value 300, at A, element 2 of the Int32Array made by line 1.',
    'Line 6 of lab.js made view 2: DataView at byte offset A, 253,952 bytes; stored 2 bytes, 07 00, at A, byte 12 of the DataView made by line 6.',
  ]);
});

it('a store that did not happen is not told', async () => {
  expect(
    await storesOf(`const view = new Int32Array(memory.buffer, 8192, 4);
const fail = () => { throw new Error('no value'); };
try { view[0] = fail(); } catch {}
console.log(view[0]);`),
  ).toEqual([]);
});
