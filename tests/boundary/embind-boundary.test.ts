import { expect, it } from 'vitest';
import { recordBoundary, told, withoutAddresses } from './boundary-of.ts';

const cpp = `#include <emscripten/bind.h>
#include <stdexcept>
#include <string>
#include <vector>
using namespace emscripten;
static std::string greet(const std::string& who) { return "hello " + who; }
static void twice(val f) { f(1); }
static int data[4] = {1, 2, 3, 4};
static val window() { return val(typed_memory_view(4, data)); }
static int fails() { throw std::runtime_error("no"); }
static std::vector<int> three() { return {1, 2, 3}; }
struct Counter { int n = 0; int add(int by) { return n += by; } };
EMSCRIPTEN_BINDINGS(all) {
  function("greet", &greet);
  function("twice", &twice);
  function("window", &window);
  function("fails", &fails);
  function("three", &three);
  register_vector<int>("Ints");
  class_<Counter>("Counter").constructor<>().function("add", &Counter::add).property("n", &Counter::n);
}
`;

const inCpp = async (script: string) =>
  withoutAddresses(told((await recordBoundary('main.cpp', cpp, script)).boundary.parts));

it('tells how Embind passes and returns a std::string, and who frees it', async () => {
  expect(await inCpp(`Module.greet('Ada\\u{1F600}');`)).toEqual([
    'lab.js:1 glue greet("Ada😀") = "hello Ada😀", 3 allocated',
    '  lab.js:1 in malloc(12) as (i32 12) = @, 1 allocated',
    '  lab.js:1 in 8 UTF-8 of 5 units "Ada😀" by greet > stringToUTF8 > stringToUTF8Array',
    expect.stringMatching(/^ {2}lab.js:1 in Embind’s code for greet\(\d+, @\) as \(i32 \d+, i32 @\) = @, 2 allocated$/),
    '  lab.js:1 in free(@) as (i32 @) = nothing',
    '  lab.js:1 out 13 UTF-8 of 11 units "hello Ada😀" by greet > UTF8ToString > UTF8ArrayToString',
    '  lab.js:1 in free(@) as (i32 @) = nothing',
  ]);
});

it('tells bytes that Embind copies into a std::string', async () => {
  const lines = await inCpp(`Module.greet(new Uint8Array([65, 100, 97]));`);
  expect(lines).toContain('  lab.js:1 in 3 by greet > set');
});

it('tells of a view of the program’s bytes that nothing is copied', async () => {
  const lines = await inCpp('const view = Module.window();');
  const copies = lines.filter((line) => / (in|out|view) \d+ /.test(line));
  expect(copies.map((line) => line.trim())).toEqual([expect.stringMatching(/^main\.cpp|^view 16 by/)]);
});

it('tells what a script copies out of such a view', async () => {
  const lines = await inCpp('const view = Module.window();\nconst kept = view.slice(1);');
  expect(lines.filter((line) => line.includes('slice'))).toEqual(['lab.js:2 out 12 by slice']);
});

it('nests a call of JavaScript by C++ and the call of C++ by that', async () => {
  const lines = await inCpp('Module.twice((n) => Module.greet(String(n)));');
  const deep = lines.filter((line) => /greet\(|twice|_emval_invoke/.test(line));
  expect(deep).toEqual([
    'lab.js:1 glue twice(function) = nothing, 2 allocated',
    expect.stringMatching(/^ {2}lab.js:1 in Embind’s code for twice\(\d+, 10\) .* = nothing, 2 allocated$/),
    expect.stringMatching(/^ {4}main.cpp:7 out _emval_invoke\(/),
    '      lab.js:1 glue greet("1") = "hello 1", 2 allocated',
    expect.stringMatching(/^ {8}lab.js:1 in Embind’s code for greet\(/),
  ]);
});

it('tells an exception on its way through both', async () => {
  const lines = await inCpp(`try { Module.fails(); } catch {}
try { Module.twice(() => { throw new Error('mine'); }); } catch {}`);
  expect(lines.filter((line) => line.includes('threw')).map((line) => line.trim())).toEqual([
    expect.stringMatching(/^lab.js:1 glue fails\(\) threw C\+\+ exception/),
    expect.stringMatching(/^lab.js:1 in Embind’s code for fails\(\d+\).* threw C\+\+ exception/),
    expect.stringMatching(/^lab.js:2 glue twice\(function\) threw mine/),
    expect.stringMatching(/^lab.js:2 in Embind’s code for twice\(.* threw mine/),
    expect.stringMatching(/^main.cpp:7 out _emval_invoke\(.* threw mine/),
  ]);
});

it('tells what an object of C++ takes, and calls of its methods', async () => {
  expect(await inCpp('const counter = new Module.Counter();\ncounter.add(2);\ncounter.delete();')).toEqual([
    'lab.js:1 glue constructor Counter() = { $$: {…} }, 1 allocated',
    expect.stringMatching(/^ {2}lab.js:1 in Embind’s code\(.*, 1 allocated$/),
    expect.stringMatching(/^ {2}lab.js:1 in Embind’s code for Counter\(/),
    'lab.js:2 glue Counter.add(2) = 2',
    expect.stringMatching(/^ {2}lab.js:2 in Embind’s code for add\(@, @, 2\) as \(i32 @, i32 @, i32 2\) = 2$/),
    expect.stringMatching(/^lab.js:3 in Embind’s code for Counter\(@\) as \(i32 @\) = nothing$/),
  ]);
});

it('copies no element of a vector until it is asked for', async () => {
  const lines = await inCpp('const ints = Module.three();\nints.get(1);\nints.delete();');
  expect(lines.filter((line) => / (in|out) \d+ /.test(line))).toEqual([]);
  expect(lines).toContainEqual(expect.stringMatching(/^lab.js:2 glue Ints.get\(1\) = 2$/));
});
