import { beforeAll, describe, expect, it } from 'vitest';
import { compiler, finished, run } from '../../../tests/compiled-run.ts';

const stdin = (text: string) => new TextEncoder().encode(text);

beforeAll(() => compiler.prepare(() => {}));

describe('everything a program prints arrives', () => {
  it('without a newline at the end', async () => {
    const { said, outcome } = await run('#include <stdio.h>\nint main(void) { printf("a"); return 3; }', { c: true });
    expect([said.stdout, outcome]).toEqual(['a', finished(3)]);
  });

  it('from static destructors and atexit, in their order', async () => {
    const { said } = await run(`
      #include <cstdio>
      #include <cstdlib>
      struct Last { ~Last() { std::printf("destructor"); } } last;
      int main() { std::atexit([] { std::printf("atexit "); }); std::printf("main "); }`);
    expect(said.stdout).toBe('main atexit destructor');
  });

  it('before exit(3) in the middle of a call', async () => {
    const { said, outcome } = await run(
      '#include <stdio.h>\n#include <stdlib.h>\nstatic void f(void) { printf("x"); exit(3); }\nint main(void) { f(); return 0; }',
      { c: true },
    );
    expect([said.stdout, outcome]).toEqual(['x', finished(3)]);
  });

  it('but nothing after _Exit, which runs no handler', async () => {
    const { outcome, said } = await run(
      '#include <stdio.h>\n#include <stdlib.h>\nint main(void) { puts("x"); atexit(abort); _Exit(4); }',
      { c: true },
    );
    expect([said.stdout, outcome]).toEqual(['x\n', finished(4)]);
  });

  it('from what C cleans up at the end of a scope', async () => {
    const { said } = await run(
      `#include <stdio.h>
      static void done(int *n) { printf("done %d\\n", *n); }
      int main(void) { int n __attribute__((cleanup(done))) = 1; printf("n is %d\\n", n); return 0; }`,
      { c: true },
    );
    expect(said.stdout).toBe('n is 1\ndone 1\n');
  });

  it('byte for byte, also what is no text', async () => {
    const bytes: number[] = [];
    await run('#include <stdio.h>\nint main(void) { fwrite("\\0\\xff\\xc3\\n", 1, 4, stdout); }', {
      c: true,
      stdout: (chunk) => bytes.push(...chunk),
    });
    expect(bytes).toEqual([0, 0xff, 0xc3, 10]);
  });
});

describe('what a program is given', () => {
  it('its arguments and environment', async () => {
    const { said } = await run(
      '#include <stdio.h>\n#include <stdlib.h>\nint main(int n, char** a) { printf("%d %s %s %s", n, a[0], a[1], getenv("X")); }',
      { c: true, arguments: ['é b'], programName: 'me', environment: { X: 'y' } },
    );
    expect(said.stdout).toBe('2 me é b y');
  });

  it('standard input, to its end', async () => {
    const { said } = await run(
      '#include <iostream>\nint main() { int sum = 0, n; while (std::cin >> n) sum += n; std::cout << sum; }',
      { stdin: stdin('1 2\n39') },
    );
    expect(said.stdout).toBe('42');
  });

  it('ends as waiting when it wants more than was given, with its question shown', async () => {
    const { said, outcome } = await run(
      '#include <stdio.h>\nint main(void) { char n[9]; printf("Name? "); fgets(n, 9, stdin); }',
      {
        c: true,
        inputEnds: false,
      },
    );
    expect([said.stdout, outcome]).toEqual(['Name? ', { status: 'waiting-for-input' }]);
  });

  it('no shell: a command is refused and never reaches this machine', async () => {
    const { said } = await run(
      '#include <stdio.h>\n#include <stdlib.h>\nint main(void) { printf("%d %d", system(0), system("exit 3")); }',
      { c: true },
    );
    expect(said.stdout).toBe('0 -1');
  });

  it('files in memory', async () => {
    const { said } = await run(
      `#include <fstream>
       #include <iostream>
       int main() { std::ofstream("a.txt") << "kept"; std::string s; std::ifstream("a.txt") >> s; std::cout << s; }`,
    );
    expect(said.stdout).toBe('kept');
  });
});

describe('how a program ends, in words', () => {
  const crash = (body: string, before = '') =>
    run(
      `#include <cstdlib>\n#include <cassert>\n#include <stdexcept>\n${before}\nint main(int argc, char**) { ${body} }`,
    );

  it.each([
    ['a failed assertion', 'assert(argc == 2);', 'assertion failed: argc == 2'],
    ['abort', 'abort();', 'the program called abort()'],
    ['a division by zero', 'return 1 / (argc - 1);', 'a whole number was divided by zero'],
    ['a wild pointer', 'return *(volatile int*)0x70000000;', 'a read or write outside of memory'],
    [
      'a division that overflows',
      'return (-2147483647 - argc) / -argc;',
      'the result of a division does not fit into its type',
    ],
    [
      'a function pointer to nothing',
      'return ((int (*)())(argc + 99999))();',
      'a call through a function pointer that points at no function',
    ],
    ['an exception', 'throw std::runtime_error("boom");', 'an exception that nothing caught, std::runtime_error: boom'],
    ['a thrown number', 'throw 42;', 'an exception that nothing caught, int'],
    [
      'exhausted memory',
      'while (new char[1000000]) {}',
      'memory is exhausted: an exception that nothing caught, std::bad_alloc',
    ],
  ])('%s', async (_name, body, reason) => {
    const { outcome } = await crash(body);
    expect(outcome).toMatchObject({ status: 'trapped', reason });
  });

  it('an exhausted stack, with its size', async () => {
    const { outcome } = await crash(
      'return f(argc);',
      'int f(int n) { volatile char a[999]; a[n] = 1; return f(n) + a[n]; }',
    );
    expect(outcome).toMatchObject({ status: 'trapped' });
    expect(outcome.status === 'trapped' && outcome.reason).toMatch(
      /^the stack overflowed: .* more than its 65536 bytes$/,
    );
  });

  it.each([
    ['a trap', 'return 1 / (argc - 1);', true],
    ['a trap, without the engine', 'return 1 / (argc - 1);', false],
    ['an exception', 'throw 1;', true],
    ['an exception from a header of the library', 'std::vector<int>().at(3);', true],
  ])('and the line of %s', async (_name, body, rewritten) => {
    const { outcome } = await run(`#include <vector>\nint main(int argc, char**) {\n  ${body}\n}`, { rewritten });
    expect(outcome).toMatchObject({ status: 'trapped', location: { path: 'main.cpp', line: 3 } });
  });

  it.each([
    ['val::await()', '#include <emscripten/val.h>', 'emscripten::val(1).await();'],
    ['emscripten_sleep', '#include <emscripten.h>', 'emscripten_sleep(1);'],
    ['size, an EM_ASYNC_JS function', '#include <emscripten.h>\nEM_ASYNC_JS(int, size, (), { return 1; });', 'size();'],
  ])('and what would stop C++ in the middle of a call, with what to write instead: %s', async (called, head, call) => {
    const { outcome } = await run(`${head}\nint main() {\n  ${call}\n}`);
    const line = head.split('\n').length + 2;
    const reason = expect.stringMatching(
      `the program called ${called.replace('()', '\\(\\)')}, which stops .*co_await`,
    );
    expect(outcome).toMatchObject({ status: 'trapped', reason, location: { path: 'main.cpp', line } });
  });

  it('and the line of an assertion', async () => {
    const { outcome, said } = await run('#include <assert.h>\nint main(void) {\n  assert(0);\n}', { c: true });
    expect(outcome).toMatchObject({ location: { path: 'main.c', line: 3 } });
    expect(said.stderr).toContain('main.c:3');
  });
});

it('makes the buffer of memory resizable, or says in words why it cannot', async () => {
  const { outcome, run: opened } = await run('int main() {}', { buffer: 'resizable' });
  const isThere = 'toResizableBuffer' in WebAssembly.Memory.prototype;
  if (isThere) expect((opened.memory.buffer as ArrayBuffer).resizable).toBe(true);
  else
    expect(outcome).toMatchObject({
      status: 'trapped',
      reason: expect.stringContaining('Set the buffer to fixed-length'),
    });
});
