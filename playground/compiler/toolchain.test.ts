import { beforeAll, describe, expect, it } from 'vitest';
import { type Compilation, type CompileSettings, defaultSettings, type SourceFile } from './compilation.ts';
import { createNodeCompiler } from './node-compiler.ts';

const compiler = createNodeCompiler();
const cxx = (text: string): SourceFile[] => [{ path: 'main.cpp', text }];
const compile = (files: SourceFile[], settings: Partial<CompileSettings> = {}): Promise<Compilation> =>
  compiler.compile(files, { ...defaultSettings, ...settings });

async function moduleOf(files: SourceFile[], settings: Partial<CompileSettings> = {}): Promise<WebAssembly.Module> {
  const result = await compile(files, settings);
  if (result.status !== 'compiled') throw new Error(JSON.stringify(result));
  return new WebAssembly.Module(result.wasm as BufferSource);
}

beforeAll(() => compiler.prepare(() => {}));

describe('compiling in Node', () => {
  it('compiles C without warnings into a valid module that exports its layout', async () => {
    const module = await moduleOf([{ path: 'main.c', text: '#include <stdio.h>\nint main(void) { puts("x"); }\n' }]);
    const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
    expect(exports).toEqual(
      expect.arrayContaining(['memory', '__heap_base', '__data_end', '__stack_pointer', 'malloc']),
    );
  });

  it.each([
    [
      'containers',
      '#include <vector>\n#include <string>\nint main() { std::vector<std::string> v{"a"}; return v.size() == 1; }',
    ],
    ['streams', '#include <iostream>\nint main() { std::cout << 1; }'],
    [
      'exceptions',
      '#include <stdexcept>\nint main() { try { throw std::runtime_error("x"); } catch (...) { return 1; } }',
    ],
    [
      'Embind',
      '#include <emscripten/bind.h>\nint f() { return 1; }\nEMSCRIPTEN_BINDINGS(x) { emscripten::function("f", &f); }',
    ],
  ])('compiles C++23 with %s', async (_name, text) => {
    await moduleOf(cxx(text));
  });

  it('gives the same bytes each time', async () => {
    const files = cxx('#include <vector>\nint main() { return static_cast<int>(std::vector<int>(3).size()); }');
    const [first, second] = [await compile(files), await createNodeCompiler().compile(files, defaultSettings)];
    expect(second).toEqual(first);
  });

  it('links several files and their headers', async () => {
    await moduleOf([
      { path: 'main.cpp', text: '#include "lib/add.h"\nint main() { return add(1, 2); }' },
      { path: 'lib/add.h', text: '#pragma once\nextern "C" int add(int a, int b);' },
      { path: 'lib/add.c', text: 'int add(int a, int b) { return a + b; }' },
    ]);
  });

  it.each(['dlmalloc', 'emmalloc', 'mimalloc'] as const)('links the allocator %s', async (allocator) => {
    const text = '#include <stdlib.h>\nint main(void) { free(malloc(8)); }';
    await moduleOf([{ path: 'main.c', text }], { allocator });
  });

  it('places data first or the stack first', async () => {
    const files = [{ path: 'main.c', text: 'int x = 7;\nint main(void) { return x; }' }];
    const base = async (stackOrder: CompileSettings['stackOrder']) => {
      const module = await moduleOf(files, { stackOrder });
      const env = Object.fromEntries(
        WebAssembly.Module.imports(module).map(({ module: from, name }) => [from, name] as const),
      );
      expect(env).toBeTypeOf('object');
      const imports = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) });
      const { exports } = new WebAssembly.Instance(module, imports);
      return (exports.__global_base as WebAssembly.Global | undefined)?.value;
    };
    expect(await base('data-first')).toBe(1024);
    expect(await base('stack-first')).toBe(65_536);
  });

  it('starts with more pages where static data needs them, and says when the maximum is too small', async () => {
    const text = 'static char data[1 << 20];\nint main(void) { return data[5]; }\n';
    const module = await moduleOf([{ path: 'main.c', text }]);
    const imports = new Proxy({}, { get: () => new Proxy({}, { get: () => () => 0 }) });
    const memory = new WebAssembly.Instance(module, imports).exports.memory as WebAssembly.Memory;
    expect(memory.buffer.byteLength).toBeGreaterThan(1 << 20);
    const refused = await compile([{ path: 'main.c', text }], { maximumPages: 8 });
    expect(refused).toMatchObject({ diagnostics: [{ message: expect.stringContaining('the maximum is 8') }] });
  });

  it('gives up in words on static data that would end the page for want of memory', async () => {
    const result = await compile(cxx('char all[300000000];\nint main() { return all[5]; }'));
    expect(result).toMatchObject({
      status: 'did-not-compile',
      diagnostics: [
        { severity: 'error', path: 'main.cpp', message: expect.stringMatching(/larger than 256 MB.*`new`/) },
      ],
    });
  });

  it('names a file in `__FILE__` as the learner does', async () => {
    const result = await compile([{ path: 'main.c', text: 'const char *name = __FILE__;\nint main(void) {}\n' }]);
    if (result.status !== 'compiled') throw new Error('did not compile');
    const data = new TextDecoder('latin1').decode(result.wasm);
    expect(data).toContain('main.c\0');
  });

  it('puts Embind only into programs that use it', async () => {
    const exportsOf = async (text: string) =>
      WebAssembly.Module.exports(await moduleOf(cxx(text))).map(({ name }) => name);
    expect(await exportsOf('#include <vector>\nint main() {}')).not.toContain('__getTypeName');
    const binding = 'int f() { return 1; }\nEMSCRIPTEN_BINDINGS(x) { emscripten::function("f", &f); }';
    const bound = await exportsOf(`#include <emscripten/bind.h>\n${binding}`);
    expect(bound).toEqual(expect.arrayContaining(['__getTypeName', '_embind_initialize_bindings']));
  });

  it('tells a function that is declared and used but nowhere defined, by its C++ name', async () => {
    const result = await compile(cxx('int area(int, int);\nint main() { return area(1, 2); }'));
    expect(result).toMatchObject({
      status: 'did-not-compile',
      diagnostics: [{ message: expect.stringContaining('`area(int, int)` is declared and used') }],
    });
  });

  it('leaves to JavaScript what only JavaScript can provide', async () => {
    const text =
      '#include <emscripten.h>\n#include <time.h>\nint main(void) { return emscripten_get_now() > 1 && time(0) > 1; }';
    const imports = WebAssembly.Module.imports(await moduleOf([{ path: 'main.c', text }])).map(({ name }) => name);
    expect(imports).toContain('emscripten_get_now');
  });

  it('tells an error with file, line and column', async () => {
    const result = await compile(cxx('int main() {\n  return y;\n}\n'));
    expect(result).toMatchObject({
      status: 'did-not-compile',
      diagnostics: [{ severity: 'error', path: 'main.cpp', line: 2, column: 10 }],
    });
  });

  it('tells a warning and still compiles', async () => {
    const result = await compile(cxx('int main() {\n  int unused = 1;\n}\n'));
    expect(result).toMatchObject({ status: 'compiled', diagnostics: [{ severity: 'warning', line: 2, column: 7 }] });
  });

  it('finds the missing include that a precompiled header hides', async () => {
    const files = cxx('#include <vector>\nint main() { std::map<int, int> m; return m.size(); }\n');
    const diagnostics = await compiler.checkSyntax(files, defaultSettings);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', line: 2, message: expect.stringContaining('map') });
  });

  it.each([
    ['_LIBCPP_HARDENING_MODE _LIBCPP_HARDENING_MODE_FAST', '_LIBCPP_HARDENING_MODE == _LIBCPP_HARDENING_MODE_FAST'],
    ['private public', 'sizeof(std::vector<int>().__begin_) == 4'],
  ])('includes headers as `#define %s` before them makes them', async (definition, holds) => {
    const text = `#define ${definition}\n#include <vector>\nstatic_assert(${holds});\nint main() {}\n`;
    expect(await compile(cxx(text))).toMatchObject({ status: 'compiled', diagnostics: [] });
  });

  it('refuses a program without sources and a file outside the program', async () => {
    expect(await compile([{ path: 'notes.txt', text: '' }])).toMatchObject({ status: 'did-not-compile' });
    expect(await compile([{ path: '../main.cpp', text: '' }])).toMatchObject({ status: 'did-not-compile' });
  });

  it('obeys a cancellation that came before its turn', async () => {
    const result = await compiler.compile(cxx('int main() {}'), defaultSettings, AbortSignal.abort());
    expect(result.status).toBe('cancelled');
  });
});
