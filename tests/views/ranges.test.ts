import { expect, it } from 'vitest';
import { plainText } from '../../playground/trace/phrase.ts';
import { runInLab } from './lab-run.ts';

/** What each statement did, in words, behind its line. */
async function told(script: string): Promise<readonly string[]> {
  const { trace, outcome } = await runInLab('main.cpp', 'int main() {}', script);
  expect(outcome.status).toBe('finished');
  const said: string[] = [];
  for (let step = 1; step <= trace.steps; step++) said.push(plainText((await trace.at(step)).did));
  const inScript = said.flatMap(
    (each) => /^(?:After its call, l|L)ine (\d+) of lab\.js (.*)\.$/.exec(each)?.slice(1).join(': ') ?? [],
  );
  return inScript.map((each) => each.replaceAll(/0x[0-9a-f]{5}/g, (at) => `0x${Number(at).toString(16)}`));
}

const whole = 'of the Uint8Array made by line 1';

it('tells the whole range that a method wrote, and how much of it changed', async () => {
  expect(
    await told(`const bytes = new Uint8Array(memory.buffer, 0x8000, 32);
bytes.set([0, 0, 7, 0, 0, 0, 8, 9], 4);
bytes.set([0, 0, 7, 0, 0, 0, 8, 9], 4);
bytes.fill(1, -4);
bytes.copyWithin(0, 28);
bytes.subarray(0, 4).reverse();
new TextEncoder().encodeInto('héllo', bytes);
bytes.subarray(28).fill(3, 1, 3);
bytes[2] = 200, bytes.set(bytes.subarray(0, 2), 1);`),
  ).toEqual([
    '1: made view 1: Uint8Array at byte offset 0x8000, 32 elements',
    `2: wrote 8 bytes, 00 00 07 00 00 00 08 09, at 0x8004 with set (3 changed), elements 4 to 11 ${whole}`,
    `3: wrote 8 bytes, 00 00 07 00 00 00 08 09, at 0x8004 with set (none changed), elements 4 to 11 ${whole}`,
    `4: wrote 4 bytes, 01 01 01 01, at 0x801c with fill (all changed), elements 28 to 31 ${whole}`,
    expect.stringMatching(
      /^5: read 4 bytes at 0x801c with copyWithin, elements 28 to 31 .*; wrote 4 bytes, 01 01 01 01, at 0x8000 with copyWithin \(all changed\)/,
    ),
    expect.stringMatching(/^6: made view 2: .*; rewrote 4 bytes at 0x8000 with reverse \(none changed\)/),
    `7: wrote 6 bytes at 0x8000 with encodeInto (all changed), elements 0 to 5 ${whole}`.replace(
      '6 bytes at',
      '6 bytes, 68 C3 A9 6C 6C 6F, at',
    ),
    expect.stringMatching(/^8: made view 3: .*; wrote 2 bytes, 03 03, at 0x801d with fill \(all changed\)/),
    expect.stringMatching(
      /^9: made view 4: .*; read 2 bytes at 0x8000 with set, .*; wrote 2 bytes, 68 C3, at 0x8001 with set \(all changed\), elements 1 to 2/,
    ),
  ]);
});

it('tells the ranges that methods read', async () => {
  expect(
    await told(`const numbers = new Int32Array(memory.buffer, 0x8000, 4);
numbers.slice(1, -1);
for (const n of numbers) break;
numbers.indexOf(3);
new TextDecoder().decode(new Uint8Array(memory.buffer, 0x8000, 2));
numbers.keys();`),
  ).toEqual([
    '1: made view 1: Int32Array at byte offset 0x8000, 4 elements of 4 bytes',
    '2: read 8 bytes at 0x8004 with slice, elements 1 to 2 of the Int32Array made by line 1',
    '3: iterated over 16 bytes at 0x8000, elements 0 to 3 of the Int32Array made by line 1',
    '3: changed no memory',
    '4: searched 16 bytes at 0x8000 with indexOf, elements 0 to 3 of the Int32Array made by line 1',
    expect.stringMatching(/^5: made view 2: .*; read 2 bytes at 0x8000 with decode, elements 0 to 1/),
    '6: changed no memory',
  ]);
});

it('counts what changed in a range of many pieces, and leaves out what other statements changed in it', async () => {
  expect(
    await told(`const all = new Uint8Array(memory.buffer, 0x8000, 100_000);
all.fill(5);
const some = all.subarray(0, 1_000);
for (let i = 0; i < 10; i++) some.fill(0, i * 2, i * 2 + 1);
some.sort((one, other) => {
  some[999] = 5;
  all[99_999] = 4;
  return one - other;
});`).then((said) => [said[1], said.at(-1)]),
  ).toEqual([
    '2: wrote 100,000 bytes at 0x8000 with fill (all changed), elements 0 to 99999 of the Uint8Array made by line 1',
    expect.stringMatching(/rewrote 1,000 bytes at 0x8000 with sort \(10 changed\)/),
  ]);
});

it('counts as written what a method writes, also where the bytes were the same before', async () => {
  const program = `#include <cstdlib>
#include <emscripten.h>
extern "C" EMSCRIPTEN_KEEPALIVE unsigned char* reserve(int size) { return static_cast<unsigned char*>(std::malloc(size)); }
extern "C" EMSCRIPTEN_KEEPALIVE int zeros(const unsigned char* from, int count) {
  int found = 0;
  for (int i = 0; i < count; ++i) {
    if (from[i] == 0) ++found;
  }
  return found;
}
int main() {}
`;
  const reads = (write: string) => `const block = exports.reserve(70000);
const bytes = new Uint8Array(memory.buffer, block, 70000);
${write};
exports.zeros(block, 70000);`;
  const kindsOf = async (write: string) => {
    const { trace } = await runInLab('main.cpp', program, reads(write));
    return (await trace.findings()).map(({ kind }) => kind).filter((kind) => kind !== 'leak');
  };
  expect(await kindsOf('bytes.set(new Uint8Array(70000))')).toEqual([]);
  expect(await kindsOf('bytes.fill(0)')).toEqual([]);
  expect(await kindsOf('new TextEncoder().encodeInto("\\0".repeat(70000), bytes)')).toEqual([]);
  // Only what was written.
  expect(await kindsOf('bytes.fill(0, 0, 69999)')).toEqual(['uninitialised-read']);
});
