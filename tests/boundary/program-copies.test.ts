import { beforeAll, expect, it } from 'vitest';
import { plainText } from '../../playground/trace/phrase.ts';
import type { ProgramCopies } from '../../playground/trace/trace.ts';
import { programCopiesOf } from '../../playground/view-model/program-copies.ts';
import { type RecordedBoundary, recordBoundary } from './boundary-of.ts';

const cpp = `#include <emscripten/bind.h>
#include <cstring>
#include <span>
#include <string>
#include <vector>
static std::string text(40, 'x');
static std::vector<int> numbers(100, 7);
static char from[3000], to[3000];
static int by_value(std::string taken) { return taken[39]; }
static int by_reference(const std::string& taken) { return taken[39]; }
static int vector_by_value(std::vector<int> taken) { return taken[99]; }
static int by_span(std::span<const int> taken) { return taken[99]; }
static void loop(char* target, const char* source, int count) { for (int i = 0; i < count; i++) target[i] = source[i]; }
extern "C" {
EMSCRIPTEN_KEEPALIVE int value() {
  return by_value(text);
}
EMSCRIPTEN_KEEPALIVE int reference() { return by_reference(text); }
EMSCRIPTEN_KEEPALIVE int vector_value() { return vector_by_value(numbers); }
EMSCRIPTEN_KEEPALIVE int spanned() { return by_span(numbers); }
EMSCRIPTEN_KEEPALIVE void by_loop() { loop(to, from, 100); }
EMSCRIPTEN_KEEPALIVE void copies(int size) {
  std::memcpy(to, from, size);
  std::memmove(to, from + 1, size);
}
}
EMSCRIPTEN_BINDINGS(all) {
  emscripten::function("boundValue", &by_value);
  emscripten::function("boundReference", &by_reference);
}
`;

const script = `exports.value();
exports.reference();
exports.vector_value();
exports.spanned();
exports.by_loop();
exports.copies(5);
exports.copies(2500);
Module.boundValue('y'.repeat(40));
Module.boundReference('y'.repeat(40));`;

let run: RecordedBoundary;
beforeAll(async () => {
  run = await recordBoundary('main.cpp', cpp, script);
});

async function copiesOf(name: string, nth = 0): Promise<ProgramCopies> {
  const part = run.boundary.parts.filter((each) => each.kind === 'crossing' && each.name === name)[nth];
  if (part?.kind !== 'crossing') throw new Error(`${name} was not called`);
  return run.trace.copies(Math.max(0, part.begun - 1), part.ended);
}

it('counts the bytes of a std::string that is passed by value, with its NUL, and none of one passed by reference', async () => {
  expect(await copiesOf('value')).toMatchObject({ bytes: 41, copies: 1, steps: [{ place: { line: 16 }, bytes: 41 }] });
  expect(await copiesOf('reference')).toEqual({ bytes: 0, copies: 0, steps: [] });
});

it('counts the bytes of a vector by value, and none of a span', async () => {
  expect(await copiesOf('vector_value')).toMatchObject({ bytes: 400, copies: 1 });
  expect(await copiesOf('spanned')).toMatchObject({ bytes: 0 });
});

it('counts what the C library copies, of any size, and no loop of the program', async () => {
  expect(await copiesOf('copies')).toMatchObject({
    ...{ bytes: 10, copies: 2 },
    steps: [
      { bytes: 5, place: { path: 'main.cpp', line: 23 } },
      { bytes: 5, place: { path: 'main.cpp', line: 24 } },
    ],
  });
  expect(await copiesOf('copies', 1)).toMatchObject({ bytes: 5000, copies: 2 });
  expect(await copiesOf('by_loop')).toMatchObject({ bytes: 0 });
});

it('counts what Embind copies to make a std::string, whichever way that is passed on', async () => {
  expect((await copiesOf('boundValue')).bytes).toBeGreaterThanOrEqual(40);
  expect((await copiesOf('boundReference')).bytes).toBeGreaterThanOrEqual(40);
  expect((await copiesOf('boundValue')).bytes).toBeLessThanOrEqual(82);
});

it('tells it in the story of the call', async () => {
  const told = async (index: number) => {
    const part = run.boundary.parts[index];
    return part ? (await programCopiesOf(part, run.trace)).map(({ text }) => plainText(text)) : [];
  };
  expect(await told(0)).toEqual([
    'The program itself copied 41 bytes in 1 copy by memory.copy, or memcpy and its kin; what its own loops copy is not counted, and stands in their steps.',
    'Line 16 of main.cpp: 41 bytes in 1 copy.',
  ]);
  expect(await told(3)).toEqual([
    'The program itself copied nothing by memory.copy, or memcpy and its kin; what its own loops copy is not counted, and stands in their steps.',
  ]);
});
