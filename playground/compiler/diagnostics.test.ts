import { describe, expect, it } from 'vitest';
import { initialMemoryNeeded, parseCompilerOutput } from './diagnostics.ts';

describe('what clang printed', () => {
  it('becomes places in the learner’s files', () => {
    const output = [
      'In file included from /program/main.cpp:1:',
      "/program/lib/list.h:3:7: fatal error: 'none.h' file not found",
      "/program/main.cpp:9:2: warning: unused variable 'x' [-Wunused-variable]",
      '/sysroot/include/c++/v1/vector:5:1: note: declared here',
      '2 errors generated.',
    ].join('\n');
    expect(parseCompilerOutput(output, 'main.cpp')).toEqual([
      { severity: 'error', path: 'lib/list.h', line: 3, column: 7, message: "'none.h' file not found" },
      { severity: 'warning', path: 'main.cpp', line: 9, column: 2, message: "unused variable 'x'" },
      { severity: 'note', path: '/sysroot/include/c++/v1/vector', line: 5, column: 1, message: 'declared here' },
    ]);
  });

  it('keeps an error without a place', () => {
    expect(parseCompilerOutput("error: unknown argument '-x'", 'main.c')).toMatchObject([
      { severity: 'error', path: 'main.c', line: 1, message: "unknown argument '-x'" },
    ]);
  });

  it.each([
    ["no template named 'map' in namespace 'std'", 'map'],
    ["no member named 'unique_ptr' in namespace 'std'", 'memory'],
    ["implicit instantiation of undefined template 'std::basic_string<char>'", 'string'],
  ])('names the header that is missing: %s', (message, header) => {
    const [diagnostic] = parseCompilerOutput(`/program/main.cpp:1:1: error: ${message}`, 'main.cpp');
    expect(diagnostic?.message).toBe(`${message}; add \`#include <${header}>\``);
  });

  it.each([
    ["unknown type name 'EMSCRIPTEN_KEEPALIVE'", 'add `#include <emscripten.h>`'],
    ["unknown type name 'EMSCRIPTEN_BINDING'", 'its name is `EMSCRIPTEN_BINDINGS`'],
    ["reference to 'index' is ambiguous", 'write `emscripten::index`: C has a function `index`, too'],
    [
      "static assertion failed due to requirement '!std::is_pointer<C *>::value': Implicitly binding raw pointers is illegal.  Specify allow_raw_pointer<arg<?>>",
      'in EMSCRIPTEN_BINDINGS, put `allow_raw_pointers()` behind the function',
    ],
  ])('says what to write for what is Emscripten’s: %s', (message, hint) => {
    const [diagnostic] = parseCompilerOutput(`/program/main.cpp:1:1: error: ${message}`, 'main.cpp');
    expect(diagnostic?.message).toBe(`${message}; ${hint}`);
  });

  it.each([
    [
      "error: deleted function '~Derived' cannot override a non-deleted function",
      'is the destructor of its base class below `public:`?',
    ],
    ["error: calling a private destructor of class 'Base'", 'it has to stand below `public:`'],
    ['note: implicitly declared private here', 'members of a `class` are private unless `public:` stands above them'],
  ])('says where a member belongs that Embind, too, has to reach: %s', (message, hint) => {
    const [diagnostic] = parseCompilerOutput(`/program/main.cpp:1:1: ${message}`, 'main.cpp');
    expect(diagnostic?.message).toBe(`${message.replace(/^\w+: /, '')}; ${hint}`);
  });

  it('does not invent a header for a name it does not know', () => {
    const message = "no member named 'constructor' in namespace 'std'";
    expect(parseCompilerOutput(`/program/main.cpp:1:1: error: ${message}`, 'main.cpp')[0]?.message).toBe(message);
  });
});

it('tells how much memory static data needs', () => {
  expect(initialMemoryNeeded('wasm-ld: error: initial memory too small, 123456 bytes needed')).toBe(123_456);
  expect(initialMemoryNeeded('')).toBeNull();
});
