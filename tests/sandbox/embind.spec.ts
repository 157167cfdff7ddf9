import { expect } from '@playwright/test';
import { embindPrograms } from '../embind/programs.ts';
import { play, script, start, test } from './sandbox-page.ts';

// The others run in Node alone: what they use of the browser is in these.
const inBrowser = ['callbacks', 'classes', 'coroutines', 'exceptions', 'inheritance', 'inline-javascript', 'val'];

for (const { name, text, script: source, output } of embindPrograms().filter(({ name }) => inBrowser.includes(name))) {
  test(`prints in the sandbox what em++ prints: ${name}`, async ({ page, server }) => {
    const shown = await play(page, server, { program: text, steps: [start, script(source)] });
    expect(shown.outcomes[1]).toMatchObject({ status: 'finished' });
    expect(shown.output).toBe(output);
  });
}

test('JavaScript in C++ is as far from the page as a script is', async ({ page, server }) => {
  const shown = await play(page, server, {
    program: `#include <emscripten.h>
EM_JS(void, reach, (), {
  console.log(typeof window, typeof document, globalThis.origin);
  for (const attempt of [() => fetch('/x'), () => import('/x.js')]) attempt().catch(() => console.log('refused'));
  try { new Function('return 1')(); } catch (error) { console.log(error.name); }
  try { indexedDB.open('x'); } catch (error) { console.log(error.name); }
});
int main() { reach(); }`,
    steps: [start, script('await new Promise((resolve) => setTimeout(resolve, 300));')],
  });
  expect(shown.output).toBe('undefined undefined null\nEvalError\nSecurityError\nrefused\nrefused\n');
  expect(server.takeRequests()).not.toContainEqual(expect.stringMatching(/^\/x/));
});

test('a body that reaches beyond what it was put into still runs in the sandbox', async ({ page, server }) => {
  const shown = await play(page, server, {
    program: `#include <emscripten.h>
__attribute__((used, visibility("default"), section("em_js"), aligned(1))) extern "C" char __em_js__odd[] =
  "()<::>{}, globalThis.escaped = typeof window, function () {} ";
int main() { return 4; }`,
    steps: [start, script('console.log(globalThis.escaped);')],
  });
  expect(shown.outcomes).toMatchObject([{ exitCode: 4 }, { status: 'finished' }]);
  expect(shown.output).toBe('undefined\n');
});

test('JavaScript in C++ that never ends is stopped', async ({ page, server }) => {
  const shown = await play(page, server, {
    program: '#include <emscripten.h>\nint main() { EM_ASM({ for (;;); }); }',
    steps: [start],
    timeLimit: 1_000,
  });
  expect(shown.outcomes).toEqual([{ status: 'stopped', by: 'time-limit', milliseconds: 1_000 }]);
});

test('JavaScript in C++ that is none is told', async ({ page, server }) => {
  const shown = await play(page, server, {
    program: '#include <emscripten.h>\nEM_JS(int, half, (int a), { return a / ; });\nint main() { return half(4); }',
    steps: [start],
  });
  expect(shown.outcomes[0]).toMatchObject({ reason: expect.stringContaining('EM_JS half is no JavaScript: ') });
});

test('handles come with their lines', async ({ page, server }) => {
  const shown = await play(page, server, {
    program: `#include <emscripten/bind.h>
using namespace emscripten;
struct Part { int size = 3; };
static val kept;
static void make() {
  kept = val::object();
  kept.set("size", 3);
}
EMSCRIPTEN_BINDINGS(parts) {
  class_<Part>("Part").constructor<>();
  function("make", &make);
}
int main() {}`,
    steps: [start, script('Module.make();\nglobalThis.part = new Module.Part();')],
  });
  const handles = shown.lastState?.handles.filter(({ goneInStep }) => goneInStep === null);
  expect(handles?.slice(-2)).toMatchObject([
    { kind: 'val', holds: '{size: 3}', references: 1, madeAt: { path: 'main.cpp', line: 6 } },
    { kind: 'object', holds: 'Part', madeAt: { path: 'script.js', line: 2 } },
  ]);
});
