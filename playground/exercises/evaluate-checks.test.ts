import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../compiler/compilation.ts';
import { createNodeCompiler } from '../compiler/node-compiler.ts';
import { NodeRecording } from '../session/node/node-recording.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import type { Attempt } from './attempt.ts';
import { evaluateChecks } from './evaluate-checks.ts';
import { exitOf } from './exit-of.ts';
import { parseCheck } from './parse-check.ts';

const program = `#include <emscripten.h>
#include <stdio.h>
#include <stdlib.h>

unsigned char table[4] = {1, 2, 3, 0xff};
int total = 10;
double half = 0.5;
float tenth = 0.1f;
long long wide = -2;

EMSCRIPTEN_KEEPALIVE unsigned char* table_address(void) { return table; }
EMSCRIPTEN_KEEPALIVE int sum(const unsigned char* data, int count) {
  if (count < 0) abort();
  int result = 0;
  for (int i = 0; i < count; ++i) result += data[i];
  return result;
}
EMSCRIPTEN_KEEPALIVE unsigned inverted(unsigned bits) { return ~bits; }
EMSCRIPTEN_KEEPALIVE float third(void) { return 1 / 3.0f; }
EMSCRIPTEN_KEEPALIVE long long twice(long long n) { return 2 * n; }
EMSCRIPTEN_KEEPALIVE void change(void) { total = 11; half = tenth = wide = 0; }

int main(void) {
  /* free( nothing more */
  free(malloc(8));
  malloc(24);
  puts("one");
  puts("two");
  return 3;
}
`;
const script = `const address = exports.table_address();
const before = new Uint8Array(memory.buffer);
memory.grow(1);
const after = new Uint8Array(memory.buffer, address, 4);
`;

let attempt: Attempt;

beforeAll(async () => {
  const files = [{ path: 'main.c', text: program }];
  const compiled = await createNodeCompiler().compile(files, { ...defaultSettings, standard: 'c17' });
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  let output = '';
  const recording = new NodeRecording({ budget: 50_000_000, stepLimit: 10_000_000 });
  const run = await runInNode({
    recording: recording.options,
    wasm: compiled.wasm,
    arguments: [],
    stdin: new Uint8Array(),
    stdout: (bytes) => {
      output += new TextDecoder().decode(bytes);
    },
    stderr: () => undefined,
  });
  await run.runJavaScript(script, 'lab.js');
  attempt = {
    outcome: run.outcome,
    output,
    state: run.state,
    bytes: { read: async ({ start, end }) => run.memory.slice(start, end) },
    sources: [...files, { path: 'lab.js', text: script }],
    trace: () => recording.trace(compiled.wasm, run, 'lab.js'),
    call: (name, args) => run.call(name, args),
    exit: exitOf(run),
  };
});

async function verdictOf(text: string) {
  const parsed = parseCheck(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const [verdict] = await evaluateChecks([parsed.check], attempt);
  return verdict;
}

/** An address as it is shown. */
const at = (offset: number) => `0x${offset.toString(16).padStart(5, '0')}`;
const symbol = (name: string) => attempt.state.layout.symbols.find((each) => each.name === name)?.address ?? 0;
const block = (id: number) => attempt.state.blocks.find((each) => each.id === id)?.address ?? 0;

describe('a check holds of a program that ran:', () => {
  it.each([
    'output "one\\ntwo\\n"',
    'output-contains "two"',
    'exit-code 3',
    'finishes',
    'call sum(&table, 3) = 6',
    'call sum(0, 0) = 0x0',
    'call sum(0, -1) traps',
    'call sum(&table, 3)',
    'call inverted(0) = 0xFFFFFFFF',
    'call third() = 0.3333333333333333',
    'call twice(0x100000000) = 8589934592',
    'bytes table = 01 02 03 FF',
    'value total = 10',
    'value half:f64 = 0.5',
    'value tenth:f32 = 0.1',
    'value wide:i64 = -2',
    'value table:u16 = 0x201',
    'live-blocks 1',
    'live-vals 0',
    'allocates 2',
    'allocates <= 2',
    'allocated-bytes 32',
    'live-blocks >= 1',
    'no-finding double-free',
    'finding leak',
    'within-bounds',
    'aligned table to 1',
    'aligned blocks to 8',
    'aligned block 2 to 8',
    'size table 4',
    'size wide <= 8',
    'never-writes 0..64',
    'never-writes table',
    'stack-bytes <= 4096',
    'calls table_address 1',
    'largest-copy 0',
    'no-stale-view',
    'pages 5',
    'pages >= 5',
    'growths 1',
    'growths <= 1',
    'views 2',
    'view-live',
    'view Uint8Array at table length 4',
    'source-contains "free(malloc"',
    'source-lacks "free( nothing"',
  ])('%s', async (text) => {
    expect(await verdictOf(text)).toEqual({ passed: true, found: null, location: null, moment: null });
  });
});

const missing =
  'The linked program has no global missing, only table, total, half, tenth, wide. Keep its name, and use it: the linker drops what nothing uses.';

describe('a check that fails says what was found:', () => {
  it.each<readonly [string, string | (() => string)]>([
    [
      'output "one\\nthree\\n"',
      'Line 2 of the output is "two\\n". It should be "three\\n". The program ended with exit code 3.',
    ],
    ['output-contains "three"', 'The program printed "one\\ntwo\\n". The program ended with exit code 3.'],
    ['exit-code 0', 'The program ended with exit code 3.'],
    ['traps', 'The program ended with exit code 3.'],
    [
      'call sum(&table, 3) = 7',
      () => `sum(&table, 3) returned 6. It should return 7 (&table is ${at(symbol('table'))}).`,
    ],
    ['call sum(0, -1)', 'sum(0, -1) trapped: the program called abort(). It should return.'],
    ['call sum(0, 0) traps', 'sum(0, 0) returned 0. It should trap.'],
    ['call sum(0, -1) = 0', 'sum(0, -1) trapped: the program called abort(). It should return 0.'],
    ['call sum(&missing, 1) = 0', missing],
    [
      'call add(1) = 0',
      'add(1) failed: The program exports no function add, only table_address, sum, inverted, third, twice, change. It should return 0.',
    ],
    ['call inverted(0) = 0xFFFFFFFE', 'inverted(0) returned -1. It should return 0xFFFFFFFE.'],
    [
      'bytes table = 01 02 04 FF',
      () => `table holds 01 02 03 FF. At ${at(symbol('table') + 2)} lies 03. It should be 04.`,
    ],
    ['bytes missing = 00', missing],
    ['value total = 11', () => `total at ${at(symbol('total'))} holds 10, not 11.`],
    ['value half:f64 = 0.25', () => `half at ${at(symbol('half'))} holds 0.5, not 0.25.`],
    ['no-leak', () => `1 block not freed: block 2 (24 bytes at ${at(block(2))}, from malloc).`],
    ['live-vals 1', () => 'C++ holds no JavaScript value at the end. Wanted: 1.'],
    ['live-blocks 0', () => `Live at the end: 1 block: block 2 (24 bytes at ${at(block(2))}, from malloc). Wanted: 0.`],
    [
      'allocates 1',
      () =>
        `The program allocated 2 blocks: block 1 (8 bytes at ${at(block(1))}, from malloc), block 2 (24 bytes at ${at(block(2))}, from malloc). Wanted: 1.`,
    ],
    ['pages 4', 'The memory has 5 pages. Wanted: 4.'],
    ['growths >= 2', 'The memory grew once. Wanted: at least 2.'],
    [
      'views 1',
      () =>
        `JavaScript made 2 views: Uint8Array at 0x00000, length 262144 (line 2); Uint8Array at ${at(symbol('table'))}, length 4 (line 4). Wanted: 1.`,
    ],
    [
      'view Uint16Array at table length 2',
      () =>
        `Live at the end: Uint8Array at ${at(symbol('table'))}, length 4 (line 4). Wanted: a live Uint16Array at ${at(symbol('table'))}, length 2.`,
    ],
    ['view Uint8Array at missing length 4', missing],
    ['view Uint8Array at block 3 length 4', 'The program never allocated block 3.'],
    ['source-contains "realloc"', 'None of your files contains "realloc", comments left out.'],
  ])('%s', async (text, found) => {
    const verdict = await verdictOf(text);
    expect(verdict).toMatchObject({ passed: false, found: typeof found === 'string' ? found : found() });
  });

  it('allocates <= 1', async () => {
    expect((await verdictOf('allocates <= 1'))?.found).toMatch(
      /^The program allocated 2 blocks: .* Wanted: at most 1\.$/,
    );
  });

  it.each([
    ['no-detached-view', 'A view (Uint8Array, made in line 2) was detached'],
    ['view Uint8Array at 0 length 262144', 'The view that fits (Uint8Array, made in line 2) was detached'],
  ])('%s, and the line that grew the memory', async (text, found) => {
    expect(await verdictOf(text)).toEqual({
      passed: false,
      found: `${found} when the memory grew in line 3, from 4 to 5 pages.`,
      location: { path: 'lab.js', line: 3, column: null },
      moment: { step: expect.any(Number), panel: 'views' },
    });
  });

  it('source-lacks, and the line that contains it', async () => {
    expect(await verdictOf('source-lacks "abort("')).toEqual({
      passed: false,
      found: 'Line 13 of main.c contains "abort(".',
      location: { path: 'main.c', line: 13, column: null },
      moment: null,
    });
  });

  it('finishes, and the line that trapped', async () => {
    const location = { path: 'main.c', line: 13, column: 3 };
    attempt = { ...attempt, outcome: { status: 'trapped', reason: 'the program called abort()', location } };
    expect(await verdictOf('finishes')).toEqual({
      passed: false,
      found: 'The program trapped: the program called abort().',
      location,
      moment: { step: expect.any(Number), panel: 'findings' },
    });
    expect(await verdictOf('traps')).toMatchObject({ passed: true });
  });
});

it('calls come last, whatever their place: they change the memory that the others look at', async () => {
  const checks = ['call sum(&table, 1) = 1', 'call change() = 0', 'value total = 10'].map((text) => {
    const parsed = parseCheck(text);
    if (!parsed.ok) throw new Error(parsed.message);
    return parsed.check;
  });
  const verdicts = await evaluateChecks(checks, attempt);
  expect(verdicts.map(({ passed }) => passed)).toEqual([true, false, true]);
  expect(verdicts[1]?.found).toBe('change() returned nothing. It should return 0.');
});
