import { expect } from '@playwright/test';
import { play, script, start, test } from './sandbox-page.ts';

const nothing = 'int main() {}';

test('views without a length track growth, others stay as they are, and an exchange of the buffer detaches', async ({
  page,
  server,
}) => {
  const source = `const old = new Uint8Array(memory.buffer, 0, 4);
memory.toResizableBuffer();
const tracking = new Uint32Array(memory.buffer, 65532);
const fixed = new Uint8Array(memory.buffer, 8, 4);
const rest = new DataView(memory.buffer);
memory.grow(2);
const lengths = [old, tracking, fixed].map(({ length }) => length);
memory.buffer.resize(memory.buffer.byteLength + 65536);
memory.toResizableBuffer();
memory.toFixedLengthBuffer();
console.log(lengths.join(), tracking.length, fixed.length);`;
  const shown = await play(page, server, { program: nothing, steps: [start, script(source)], asksViews: true });
  const pages = (count: number) => count * 65_536;
  expect(shown.outcomes[1]).toMatchObject({ status: 'finished' });
  expect(shown.output).toBe(`0,${(pages(6) - 65_532) / 4},4 0 0\n`);
  const ghost = (byLine: number) => ({ kind: 'detached', byLine, growth: null });
  expect(shown.lastState?.views).toMatchObject([
    { madeAtLine: 1, length: 4, tracksLength: false, state: ghost(2) },
    { madeAtLine: 3, length: (pages(7) - 65_532) / 4, tracksLength: true, state: ghost(10) },
    { madeAtLine: 4, length: 4, tracksLength: false, state: ghost(10) },
    { madeAtLine: 5, length: pages(7), tracksLength: true, state: ghost(10) },
  ]);
  expect(shown.lastState?.growths).toEqual([
    { from: 4, to: 6, by: 'javascript' },
    { from: 6, to: 7, by: 'javascript' },
  ]);
  // In the recording each view is as it was before each line.
  const before = (line: number) =>
    shown.moments.findLast((moment) => moment.line === line)?.views.map(({ length, state }) => [length, state.kind]);
  expect(before(2)).toEqual([[4, 'live']]);
  expect(before(3)).toEqual([[4, 'detached']]);
  expect(before(6)?.slice(1)).toEqual([
    [(pages(4) - 65_532) / 4, 'live'],
    [4, 'live'],
    [pages(4), 'live'],
  ]);
  expect(before(8)?.slice(1)).toEqual([
    [(pages(6) - 65_532) / 4, 'live'],
    [4, 'live'],
    [pages(6), 'live'],
  ]);
  expect(before(10)?.at(-1)).toEqual([pages(7), 'live']);
  expect(before(11)?.map(([, state]) => state)).toEqual(Array(4).fill('detached'));
});

const program = `
  #include <cassert>
  #include <cstdio>
  #include <cstdlib>
  #include <fstream>
  #include <random>
  #include <string>
  #include <vector>
  #include <emscripten/bind.h>
  using namespace emscripten;
  static std::vector<short> samples{1, 2, 3};
  EM_JS(void, say, (const char* text), { console.log(UTF8ToString(text)); });
  std::string twice(std::string text) { return text + text; }
  val view() { return val(typed_memory_view(samples.size(), samples.data())); }
  EMSCRIPTEN_BINDINGS(all) { function("twice", &twice); function("view", &view); }
  int main() {
    say("a sentence of more than sixteen bytes, so that a TextDecoder reads it: ü");
    std::ofstream("note.txt") << "kept in a file of Emscripten's";
    std::string line;
    std::getline(std::ifstream("note.txt") >> std::ws, line);
    std::puts(line.c_str());
    std::random_device device;
    std::printf("%d\\n", device() != device());
    free(malloc(1000000)); // grows
    say("and after a growth that the glue was told of, just the same: ü");
  }`.replace('\\\\n', '\\n');
const use = `const view = new Uint8Array(memory.buffer, 0, 4);
const all = new Uint8Array(memory.buffer);
console.log(Module.twice('a string that is long enough to be decoded: ü'));
console.log(Module.view().join(), Module.UTF8ToString(Module.stringToNewUTF8('once more, as long as it has to be: é')));
memory.grow(1);
exports.fflush?.(0);
console.log(Module.twice('unheard'), view.length, all.length === memory.buffer.byteLength);`;

test('a program runs both ways, and differs in its views alone and in those of the glue', async ({ page, server }) => {
  const steps = [start, script(use)];
  const fixed = await play(page, server, { program, steps });
  const resizable = await play(page, server, { program, steps, buffer: 'resizable' });
  for (const { outcomes } of [fixed, resizable])
    expect(outcomes).toMatchObject([{ status: 'finished' }, { status: 'finished' }]);
  const last = (output: string) => output.trim().split('\n').at(-1);
  expect(fixed.output).toContain('a sentence of more than sixteen bytes');
  // Emscripten's views too are detached by a growth that it is not told of.
  expect(last(fixed.output)?.trim()).toBe('0 false');
  expect(last(resizable.output)).toBe('unheardunheard 4 true');
  const before = (output: string) => output.trim().split('\n').slice(0, -1);
  expect(before(resizable.output)).toEqual(before(fixed.output));
  const kinds = ({ lastState }: typeof fixed) => lastState?.views.map(({ state }) => state.kind);
  expect(kinds(fixed)?.slice(0, 2)).toEqual(['detached', 'detached']);
  expect(kinds(resizable)?.slice(0, 2)).toEqual(['live', 'live']);
});

test('the glue goes on when a script exchanges the buffer there and back', async ({ page, server }) => {
  const source = `memory.toResizableBuffer();
exports.say_it();
memory.toFixedLengthBuffer();
exports.say_it();`;
  const said = `#include <cstdio>
#include <emscripten.h>
EM_JS(void, say, (const char* text), { console.log(UTF8ToString(text)); });
extern "C" EMSCRIPTEN_KEEPALIVE void say_it() { say("a sentence of more than sixteen bytes"); std::puts("printed"); }
int main() {}`;
  const shown = await play(page, server, { program: said, steps: [start, script(source)] });
  expect(shown.output).toBe('a sentence of more than sixteen bytes\nprinted\n'.repeat(2));
});
