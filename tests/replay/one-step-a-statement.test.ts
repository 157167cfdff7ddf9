import { expect, it } from 'vitest';
import { plainText } from '../../playground/trace/phrase.ts';
import { runInLab } from '../views/lab-run.ts';

const program = `#include <cstdlib>
extern "C" {
__attribute__((export_name("twice"))) int twice(int n) {
  int doubled = n * 2;
  return doubled;
}
void* keep = (void*)malloc;
}
`;

/** What each step of a script did: the sentences from its first statement on. */
async function sentencesOf(script: string, source = program): Promise<readonly string[]> {
  const { trace, outcome } = await runInLab('main.cpp', source, script);
  expect(outcome.status).toBe('finished');
  const said: string[] = [];
  for (let step = 1; step <= trace.steps; step++) said.push(plainText((await trace.at(step)).did));
  const begun = said.findIndex((each) => each.includes('began its script'));
  return said.slice(begun + 1).map((each) => each.replaceAll(/0x[0-9a-f]{5}/g, 'A'));
}

it('tells a view and a growth in the step of their statement', async () => {
  expect(
    await sentencesOf(`const bytes = new Uint8Array(memory.buffer, 0x410, 4);
const [one, two] = [new DataView(memory.buffer, 8, 1), new Int32Array(memory.buffer, 16, 2)];
memory.grow(2);
const whole = new Float64Array(memory.buffer), same = memory.grow(0);`),
  ).toEqual([
    'Line 1 of lab.js made view 1: Uint8Array at byte offset A, 4 elements.',
    'Line 2 of lab.js made view 2: DataView at byte offset A, 1 byte; made view 3: Int32Array at byte offset A, 2 elements of 4 bytes.',
    expect.stringMatching(/^Line 3 of lab.js grew memory by 2 pages, to \d+\.$/),
    expect.stringMatching(
      /^Line 4 of lab.js made view 4: Float64Array at byte offset A, [\d,]+ elements of 8 bytes; grew memory by 0 pages\.$/,
    ),
    'JavaScript ended its script.',
  ]);
});

it('nests the steps of a call below its statement, and goes on only where that does more', async () => {
  expect(
    await sentencesOf(`exports.twice(1);
const bytes = new Uint8Array(memory.buffer, exports.twice(512), 1);
bytes[0] = exports.twice(4);
const sum = exports.twice(1) + exports.twice(2);`),
  ).toEqual([
    ...called('Line 1', 1),
    ...called('Line 2', 512),
    'After its call, line 2 of lab.js made view 1: Uint8Array at byte offset A, 1 element.',
    ...called('Line 3', 4),
    'After its call, line 3 of lab.js stored 1 byte, value 8, at A, element 0 of the Uint8Array made by line 2.',
    ...called('Line 4', 1),
    ...called('After its call, line 4', 2),
    'JavaScript ended its script.',
  ]);
});

/** The statement's step, and those of what it called. */
const called = (statement: string, n: number): readonly string[] => [
  `${statement} of lab.js called twice; stored 4 bytes, value ${n}, at A, n.`,
  `Line 4 of main.cpp stored 4 bytes, value ${2 * n}, at A, doubled.`,
  'Line 5 of main.cpp changed no memory.',
];

it('tells a call that makes no steps of its own in the step of its statement', async () => {
  expect((await sentencesOf('const block = exports.malloc(8);\nconsole.log(block > 0);'))[0]).toMatch(
    /^Line 1 of lab.js called malloc; allocated block 1, 8 bytes at A/,
  );
});

it('takes a step over all of a statement, its calls and what it does after them', async () => {
  const { trace } = await runInLab(
    'main.cpp',
    program,
    `const bytes = new Uint8Array(memory.buffer, 1024, 4);
bytes[1] = exports.twice(3);
bytes[2] = 1;`,
  );
  const second = await trace.find(0, 'forward', [{ kind: 'source-line', path: 'lab.js', line: 2 }]);
  const third = await trace.find(0, 'forward', [{ kind: 'source-line', path: 'lab.js', line: 3 }]);
  expect(await trace.find(second ?? 0, 'forward', [{ kind: 'line-over' }])).toBe(third);
  const goesOn = await trace.at((third ?? 0) - 1);
  expect(goesOn.place).toMatchObject({ path: 'lab.js', line: 2, column: 1 });
  expect(goesOn.frames.map(({ name }) => name)).toEqual(['lab.js']);
});
