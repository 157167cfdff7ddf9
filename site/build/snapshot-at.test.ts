import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExecutedProgram, ProgramSource } from './executed-program.ts';
import { formatValue } from './format-value.ts';
import { createProgramRunner } from './program-runner.ts';
import { readValue } from './read-value.ts';
import { parseReading } from './reading-grammar.ts';
import { snapshotAt } from './snapshot-at.ts';
import { exampleProgram } from './testing-tools.ts';
import { UnreadableError } from './unreadable-error.ts';

const program: ProgramSource = {
  ...exampleProgram,
  files: [
    {
      path: 'main.cpp',
      text: `#include <cstdlib>
#include <cstdio>
struct Point { int x; int y; };
int total = 0;
extern "C" __attribute__((export_name("add"), used)) int add(int amount) {
  total += amount;
  return total;
}
int main() {
  Point point{3, 4};
  for (int i = 1; i <= 3; ++i) {
    total += i * point.x;
  }
  int* list = static_cast<int*>(std::malloc(12));
  list[0] = total;
  std::free(list);
  std::printf("%d\\n", total);
}
`,
    },
  ],
  javascript: { path: 'lab.js', text: 'let seen = exports.add(2);\nseen = exports.add(seen);\nconsole.log(seen);\n' },
};

const folder = mkdtempSync(join(tmpdir(), 'pagewise-'));
let run: ExecutedProgram;
beforeAll(async () => {
  const ran = await createProgramRunner(folder).run(program);
  if ('diagnostics' in ran) throw new Error(JSON.stringify(ran.diagnostics));
  run = ran;
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function read(text: string): string {
  const reading = parseReading(text);
  if ('error' in reading) throw new Error(reading.error);
  return formatValue(readValue(reading, reading.when ? snapshotAt(run, program, reading.when) : run), null);
}

describe('a reading of a moment', () => {
  it.each([
    ["i32(total) before 'total += i'", '0'],
    ["i32(total) before 'total += i', time 3", '9'],
    ["i32(total) after 'total += i', time 3", '18'],
    ["variable(i) before 'total += i', time 2", '2'],
    ['variable(point.y) before line 11', '4'],
    ['variable(point.y) before line 11 * variable(point.x) before line 11', null],
    ["liveBlocks() after 'std::malloc'", '1'],
    ["liveBlocks() after 'std::free'", '0'],
    ["variable(list) before 'list[0]' - 0", null],
    ["u32(blockAddress(1)) after 'list[0]'", '18'],
    ["line() after 'Point point'", '11'],
    ['line() at step 0', '10'],
    ["function() before 'return total'", 'add'],
    ["depth() before 'return total'", '2'],
    ["variable(amount) before 'return total', time 2", '20'],
    ["variable(seen) after lab.js 'let seen'", '20'],
    ["callsWithin(add) after lab.js 'let seen'", '1'],
    ['callsWithin(add)', '2'],
    ['calls() - callsWithin(add) - callsWithin(fd_write)', '0'],
    ["calls(add) after lab.js 'let seen'", '1'],
    ['i32(total)', '40'],
    ['bytes(total) before line 11', '00 00 00 00'],
    ['variableBytes(point) before line 11', '03 00 00 00 04 00 00 00'],
  ])('%s gives %s', (text, answer) => {
    if (answer === null) expect(() => read(text)).toThrow();
    else expect(read(text)).toBe(answer);
  });

  it.each([
    ["i32(total) before 'total += i', time 4", 'line 12 of `main.cpp` runs 3 times, not 4 times'],
    ['i32(total) before line 3', 'line 3 of `main.cpp` never runs'],
    ["i32(total) before 'total'", 'lines 4, 6, 7, 12, 15, 17 hold'],
    ['i32(total) before lib.cpp line 3', 'the program has no file `lib.cpp`'],
    ['i32(total) at step 9999', 'there is no step 9999'],
    ['variable(total)', 'say when'],
    ['variable(pont) before line 11', 'there is no variable `pont` at this moment; write `point`'],
    ['variable(point.z) before line 11', '`point` has no part `z`'],
    ['line() at step 9999', 'there is no step'],
    ['callsWithin(subtract)', 'there is no call of subtract'],
  ])('%s has no answer: %s', (text, message) => {
    expect(() => read(text)).toThrow(UnreadableError);
    expect(() => read(text)).toThrow(message);
  });
});
