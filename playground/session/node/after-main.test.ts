import { beforeAll, describe, expect, it } from 'vitest';
import { compiler, finished, run } from '../../../tests/compiled-run.ts';

beforeAll(() => compiler.prepare(() => {}));

describe('after main the instance lives on', () => {
  it.each([
    ['exports', 'extern "C" EMSCRIPTEN_KEEPALIVE int count() { return names.size(); }', 'exports.count()'],
    [
      'Embind',
      'EMSCRIPTEN_BINDINGS(x) { emscripten::function("count", +[] { return names.size(); }); }',
      'Module.count()',
    ],
  ])('with its global objects, where %s can be called, until exit', async (_, code, call) => {
    const { run: live, said } = await run(`
      #include <cstdio>
      #include <emscripten/bind.h>
      #include <emscripten/emscripten.h>
      #include <string>
      #include <vector>
      struct Names : std::vector<std::string> { ~Names() { std::puts("destroyed"); } } names;
      ${code}
      int main() { names.push_back("a name that has a block of its own"); return 3; }`);
    expect([live.outcome, said.stdout, live.state.heap.liveBlocks]).toEqual([finished(3), '', 2]);
    await live.runJavaScript(`console.log(${call})`, 'lab.js');
    expect(said.javascript).toBe('1\n');
    expect(await live.call('exit', [])).toEqual(finished(0));
    expect([said.stdout, live.state.heap.liveBlocks]).toEqual(['destroyed\n', 0]);
  });

  const source = `
    #include <cstdio>
    #include <cstdlib>
    #include <emscripten.h>
    static int counter;
    extern "C" {
    EMSCRIPTEN_KEEPALIVE int next(int by) { return counter += by; }
    EMSCRIPTEN_KEEPALIVE long long wide(long long n) { return n * 2; }
    EMSCRIPTEN_KEEPALIVE double half(double n) { return n / 2; }
    EMSCRIPTEN_KEEPALIVE void crash() { volatile char a[1000]; a[0] = 0; abort(); }
    EMSCRIPTEN_KEEPALIVE void say() { std::printf("said"); }
    EMSCRIPTEN_KEEPALIVE void* take(int bytes) { return std::malloc(bytes); }
    }
    int main() { counter = 10; }`;
  let opened: Awaited<ReturnType<typeof run>>;
  beforeAll(async () => {
    opened = await run(source);
  });

  it('and calls its exports with typed arguments', async () => {
    expect(await opened.run.call('next', ['0x5'])).toEqual(finished(null, '15'));
    expect(await opened.run.call('wide', ['21n'])).toEqual(finished(null, '42'));
    expect(await opened.run.call('half', ['-1.5'])).toEqual(finished(null, '-0.75'));
  });

  it('names what can be called, without what only the glue needs', () => {
    const names = opened.run.exports.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['next', 'wide', 'malloc', 'free']));
    expect(names.filter((name) => name.startsWith('_') || name === 'main')).toEqual([]);
    expect(opened.run.exports.find(({ name }) => name === 'wide')).toEqual({
      name: 'wide',
      parameters: ['i64'],
      results: ['i64'],
    });
  });

  it('prints what a call left without a newline', async () => {
    await opened.run.call('say', []);
    expect(opened.said.stdout).toBe('said');
  });

  it('and stays usable after many traps: none of them eats the stack', async () => {
    for (let i = 0; i < 200; i++) {
      expect(await opened.run.call('crash', [])).toMatchObject({ reason: 'the program called abort()' });
    }
    expect(await opened.run.call('next', ['1'])).toMatchObject({ status: 'finished' });
  });

  it('says what is wrong with a call', async () => {
    expect(await opened.run.call('nothing', [])).toMatchObject({
      message: 'The program exports no function nothing, only next, wide, half, crash, say, take.',
    });
    expect(await opened.run.call('next', ['x'])).toMatchObject({
      message: 'next argument 1: "x" is not a 32-bit integer.',
    });
  });

  it('runs JavaScript on the same instance', async () => {
    const outcome = await opened.run.runJavaScript(
      'const before = exports.next(0);\nconsole.log(exports.next(1) - before, memory.buffer.byteLength % 65536);',
      'script.js',
    );
    expect([outcome, opened.said.javascript]).toEqual([finished(null), '1 0\n']);
  });

  it.each([
    ['throws', 'let a;\n\n  a.b;', 'TypeError: Cannot read properties of undefined', 3],
    ['cannot be parsed', 'let a;\nlet b = = 1;', 'SyntaxError', 2],
  ])('tells the line when a script %s', async (_name, script, message, line) => {
    const outcome = await opened.run.runJavaScript(script, 'script.js');
    expect(outcome).toMatchObject({ status: 'threw', location: { path: 'script.js', line } });
    expect(outcome.status === 'threw' && outcome.message).toContain(message);
  });

  it('tells a trap under a script as a trap, and exit as an exit', async () => {
    expect(await opened.run.runJavaScript('exports.crash()', 'script.js')).toMatchObject({ status: 'trapped' });
  });
});
