import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compiler, finished, run } from '../../../tests/compiled-run.ts';

// Vitest's own listeners take any rejection for a failed test.
const ofVitest = process.listeners('unhandledRejection');
beforeAll(async () => {
  await compiler.prepare(() => {});
  process.removeAllListeners('unhandledRejection');
});
afterAll(() => {
  for (const listener of ofVitest) process.on('unhandledRejection', listener);
});

describe('what nobody catches is printed, and the run goes on', () => {
  it.each([
    ['a rejected promise', "Promise.reject(new Error('nobody'));", 'Uncaught Error: nobody (lab.js, line 1)'],
    [
      'what a page has',
      'Promise.resolve().then(() => alert(1));',
      /^Uncaught ReferenceError: alert is not defined\. .* no alert: .*\(lab.js, line 1\)/,
    ],
    ['no reason', '\nPromise.reject();', 'Uncaught undefined'],
    [
      'a function that waits',
      '(async () => {\n  await null;\n  null.x;\n})();',
      /^Uncaught TypeError: .*\(lab.js, line 3\)/,
    ],
    [
      'a timer',
      "setTimeout(() => {\n  throw 'late';\n});\nawait new Promise((go) => setTimeout(go, 5));",
      'Uncaught late',
    ],
  ])('of a script: %s', async (_name, script, words) => {
    const { run: live, said } = await run('int main() {}');
    expect(await live.runJavaScript(script, 'lab.js')).toEqual(finished(null));
    expect(said.javascript).toMatch(words);
  });

  it('of measure, what it refuses once, however often that is asked for', async () => {
    const { run: live, said } = await run('int main() {}');
    const script = 'for (let at = 0; at < 3; at++) Promise.resolve().then(() => measure(at, () => 1));';
    expect(await live.runJavaScript(script, 'lab.js')).toEqual(finished(null));
    expect(said.javascript).toMatch(/^Uncaught TypeError: measure: its first argument is a name \(lab.js, line 1\)\n$/);
  });

  it('of a script whose time is limited', async () => {
    const { run: live, said } = await run('int main() {}', { patience: 2000 });
    const script = "Promise.reject('nobody');\nawait null;\nconsole.log('on');";
    expect(await live.runJavaScript(script, 'lab.js')).toEqual(finished(null));
    expect(said.javascript.split('\n').toSorted()).toEqual(['', 'Uncaught nobody', 'on']);
  });

  it('of a coroutine in C++, whose promise is no script’s', async () => {
    const { run: live, said } = await run(`#include <emscripten/bind.h>
#include <stdexcept>
using emscripten::val;
val waits(val promise) { co_await promise; throw std::runtime_error("in C++"); co_return val(1); }
EMSCRIPTEN_BINDINGS(x) { emscripten::function("waits", &waits); }
int main() {}`);
    const script = "Module.waits(Promise.reject(new Error('mine')));\nModule.waits(Promise.resolve());";
    await live.runJavaScript(script, 'lab.js');
    expect(said.javascript.split('\n')).toEqual([
      'Uncaught Error: mine (lab.js, line 1)',
      expect.stringMatching(/^Uncaught: .* std::runtime_error.*\(main.cpp, line 4\)$/),
      '',
    ]);
  });
});

it('leaves what is of no run to end the process', async () => {
  const { said } = await run('int main() {}');
  const ours = process.listeners('unhandledRejection');
  expect(ours).toHaveLength(1);
  const reason = new Error('of Pagewise itself');
  expect(() => ours[0]?.(reason, Promise.resolve())).toThrow(reason);
  expect(said.javascript).toBe('');
});
