import { expect, it } from 'vitest';
import { plainText } from '../../playground/trace/phrase.ts';
import { blocksOf } from '../../playground/view-model/boundary-blocks.ts';
import { storyOf } from '../../playground/view-model/boundary-story.ts';
import { boundaryInWords, currentCrossing } from '../../playground/view-model/boundary-sums.ts';
import { type RecordedBoundary, recordBoundary } from './boundary-of.ts';

const c = `#include <emscripten.h>
#include <stdlib.h>
#include <string.h>
EMSCRIPTEN_KEEPALIVE int measure(const char* s) {
  return (int)strlen(s);
}
EMSCRIPTEN_KEEPALIVE int add(int a, int b) {
  return a + b;
}
EMSCRIPTEN_KEEPALIVE void* keep(void) {
  return malloc(24);
}
int main(void) { return 0; }
`;

const cpp = `#include <emscripten/bind.h>
#include <string>
using namespace emscripten;
static int data[4] = {1, 2, 3, 4};
struct Counter { int n = 0; };
EMSCRIPTEN_BINDINGS(all) {
  function("shout", +[](const std::string& text) { return text + "!"; });
  function("window", +[] { return val(typed_memory_view(4, data)); });
  class_<Counter>("Counter").constructor<>();
}
`;

/** The stories of all that crossed, with addresses as `@`. */
async function stories({ boundary, trace }: RecordedBoundary): Promise<readonly (readonly string[])[]> {
  const told = boundary.parts.map(async (part) => [...storyOf(part), ...(await blocksOf(part, trace))]);
  const shown = (text: string) => text.replace(/0x[0-9a-f]{5}|\b\d{4,}\b/g, '@');
  return (await Promise.all(told)).map((lines) =>
    lines.map(({ text, depth }) => '  '.repeat(depth) + shown(plainText(text))),
  );
}

it('tells a call with a string from its beginning to its end', async () => {
  const run = await recordBoundary(
    'main.c',
    c,
    `Module.ccall('measure', 'number', ['string'], ['a\\u00e9\\u{1F600}']);`,
  );
  expect(await stories(run)).toEqual([
    [
      'The glue took 8 bytes of the program’s stack, at @: the call gives them back when it ends.',
      'ccall → stringToUTF8OnStack → stringToUTF8 → stringToUTF8Array wrote "aé😀", 4 UTF-16 units, as 8 bytes of UTF-8 with the NUL at its end, at @.',
      'The glue called measure(@).',
      '  WebAssembly got i32 @.',
      '  The program returned i32 7.',
      'ccall returned 7.',
    ],
  ]);
  expect(boundaryInWords(run.boundary)).toBe('1 call, 8 bytes copied in, 0 out');
});

it('says who must free what, and whether anybody did', async () => {
  const run = await recordBoundary(
    'main.c',
    c,
    `Module.stringToNewUTF8('leak');
const freed = Module.stringToNewUTF8('freed');
exports.free(freed);
exports.keep();
exports.add('2', 3.7, 1);`,
  );
  const [leak, freed, , kept, added] = await stories(run);
  expect(leak?.[0]).toBe('The glue called malloc(5), which gave block 1, 5 bytes at @.');
  expect(leak?.at(-1)).toBe(
    'Block 1, 5 bytes at @, outlives the call. JavaScript allocated it: line 1 of lab.js must free it. Nobody did in this run.',
  );
  expect(freed?.at(-1)).toBe(
    'Block 2, 6 bytes at @, outlives the call. JavaScript allocated it: line 2 of lab.js must free it. It was freed later.',
  );
  expect(kept).toEqual([
    'The program returned i32 @.',
    'Block 3, 24 bytes at @, outlives the call. Its address was returned: line 4 of lab.js must have it freed. Nobody did in this run.',
  ]);
  expect(added).toEqual([
    'WebAssembly got i32 2, i32 3: it takes no more than 2 values.',
    'The program returned i32 5.',
  ]);
});

it('follows the step: a call is the current one from the line that calls to its end', async () => {
  const { boundary, trace } = await recordBoundary('main.c', c, `exports.keep();\nexports.add(1, 2);`);
  const lines = new Map<number | null, Set<number | undefined>>();
  for (let step = 0; step <= trace.steps; step++) {
    const { place } = await trace.at(step);
    const current = currentCrossing(boundary.parts, step);
    lines.set(current, (lines.get(current) ?? new Set()).add(place?.line));
  }
  expect([...(lines.get(0) ?? [])]).toEqual([1, 11]);
  expect([...(lines.get(1) ?? [])]).toEqual([2, 8]);
  const found = await trace.find(0, 'forward', [{ kind: 'event', event: 'crossing' }]);
  expect((await trace.at(found ?? 0)).place).toMatchObject({ path: 'lab.js', line: 1 });
  const next = await trace.find(found ?? 0, 'forward', [{ kind: 'event', event: 'crossing' }]);
  expect((await trace.at(next ?? 0)).place).toMatchObject({ path: 'lab.js', line: 2 });
  expect(await trace.find(next ?? 0, 'back', [{ kind: 'event', event: 'crossing' }])).toBe(found);
  expect((await trace.overview(4)).events.crossing.reduce((sum, each) => sum + each, 0)).toBe(2);
});

it('tells of Embind', async () => {
  const run = await recordBoundary('main.cpp', cpp, `Module.shout('hey');\nModule.window();\nnew Module.Counter();`);
  const [shout, window, counter] = await stories(run);
  expect(shout).toEqual([
    'The glue called malloc(8), which gave block 1, 8 bytes at @.',
    'shout → stringToUTF8 → stringToUTF8Array wrote "hey", 3 UTF-16 units, as 4 bytes of UTF-8 with the NUL at its end, at @.',
    expect.stringMatching(/^The glue called Embind’s code for shout\(/),
    expect.stringMatching(/^ {2}WebAssembly got i32 \d+, i32 @\.$/),
    '  The program returned i32 @.',
    'The glue called free(@).',
    'shout → UTF8ToString → UTF8ArrayToString read 4 bytes of UTF-8 from @ and made "hey!" of them, 4 UTF-16 units.',
    'The glue called free(@).',
    'shout returned "hey!".',
    '2 blocks allocated in the call were freed in it.',
  ]);
  expect(window).toContain('    JavaScript was given a view of 16 bytes at @: nothing was copied.');
  expect(counter?.at(-1)).toBe(
    'Block 3, 4 bytes at @, outlives the call. It belongs to the object: line 3 of lab.js must call delete() on it. Nobody did in this run.',
  );
  expect(boundaryInWords(run.boundary)).toBe('3 calls, 4 bytes copied in, 4 out; 16 bytes shown without a copy');
});
