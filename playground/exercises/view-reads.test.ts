import { expect, it } from 'vitest';
import { keep, main, verdicts } from './decide-in-node.ts';

const samples = main(
  'kept = (float*)std::calloc(100, 4);',
  `float samples[100] = {1}; float* kept; ${keep} float* at() { return samples; }`,
);
const before = 'const view = new Float32Array(memory.buffer, exports.at(), 100);\n';
const check = 'reads-through-view samples >= 400';

it.each([
  'let sum = 0; for (let i = 0; i < view.length; ++i) sum += view[i];',
  'let sum = 0; for (const sample of view) sum += sample;',
  'view.reduce((sum, sample) => sum + sample, 0);',
  'const data = new DataView(memory.buffer, view.byteOffset); for (let i = 0; i < 100; ++i) data.getFloat32(4 * i, true);',
  'for (let i = 0; i < 100; ++i) view.at(i);',
  'for (const value of view.subarray(0, 50)) value; Math.max(...new Float32Array(memory.buffer, view.byteOffset + 200, 50));',
])('reads-through-view sees that `%s` reads a table', async (code) => {
  expect(await verdicts(samples, before + code, check, 'reads-through-view samples = 400')).toEqual([
    'passed',
    'passed',
  ]);
});

it('counts a byte once, and no byte of another view, of a copy, or that was written only', async () => {
  const script = `${before}for (let i = 0; i < 100; ++i) view[0] + view[1];
view.fill(2); view[50] = 3; new Float32Array(100).fill(1).reduce((a, b) => a + b);`;
  expect(await verdicts(samples, script, 'reads-through-view = 8', 'reads-through-view block 1 0', check)).toEqual([
    'passed',
    'passed',
    expect.stringMatching(
      /^The script read 8 bytes of samples through a view\. Wanted: at least 400, through a view, by the script itself\. \(lab\.js:2\) → bytes$/,
    ),
  ]);
});

it('says where the script got what it did not read, and what there is none of', async () => {
  const program = main('', `int sum; ${keep} int total() { return ++sum; }`);
  const decided = await verdicts(
    program,
    'exports.total();',
    'reads-through-view >= 4',
    'reads-through-view gone >= 4',
  );
  expect(decided).toEqual([
    'The script read nothing of memory through a view. Wanted: at least 4, through a view, by the script itself. (lab.js:1) → call',
    expect.stringMatching(/^The linked program has no global gone/),
  ]);
  const read = await verdicts(samples, `${before}view[3];`, 'reads-through-view 0');
  expect(read[0]).toMatch(
    /^The script read 4 bytes of memory through a view \(0x[\da-f]+ to 0x[\da-f]+\)\. Wanted: 0\./i,
  );
});

it('is not misled by what a script replaces', async () => {
  const script = `Array.prototype[Symbol.iterator] = () => ({ next: () => ({ done: true }) });
Reflect.apply = Array.prototype.push = Object.getOwnPropertyDescriptor = () => 0;
Uint8Array.prototype.__proto__.reduce = function () { return this.length; };
const view = new Float32Array(memory.buffer, exports.at(), 100);
view.reduce(0); view[7];`;
  expect(await verdicts(samples, script, 'reads-through-view 4')).toEqual(['passed']);
});
