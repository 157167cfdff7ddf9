import { expect, it } from 'vitest';
import { parseLinkerOutput } from './linker-output.ts';

const units = [
  { path: 'main.cpp', text: '#include "shapes.h"\n\nint main() {\n  return area(2, 3);\n}\n' },
  { path: 'shapes.cpp', text: '// shapes\nint area(int, int);\nint main() {}\n' },
];

it('says which function is missing, once, at the line that uses it', () => {
  const output =
    'wasm-ld: error: /objects/0.o: undefined symbol: shapes::area(int, int)\n' +
    'wasm-ld: error: /objects/1.o: undefined symbol: shapes::area(int, int)\n';
  expect(parseLinkerOutput(output, units)).toEqual([
    {
      severity: 'error',
      path: 'main.cpp',
      line: 4,
      column: 10,
      message: '`shapes::area(int, int)` is declared and used, but no file defines it. Define it, or do not use it.',
    },
  ]);
});

it('says which function is defined twice and where, `main` by the name that learners know', () => {
  const defined = '>>> defined in /objects/0.o\n>>> defined in /objects/1.o\n';
  const output = `wasm-ld: error: duplicate symbol: main\n${defined}\nwasm-ld: error: duplicate symbol: __main_void\n${defined}`;
  expect(parseLinkerOutput(output, units)).toMatchObject([
    {
      path: 'shapes.cpp',
      line: 3,
      column: 5,
      message: expect.stringContaining('`main` is defined more than once, in main.cpp and in shapes.cpp'),
    },
  ]);
});

it('passes on what it does not know, at the start of the program', () => {
  expect(parseLinkerOutput('wasm-ld: warning: something new\nerror: the compiler crashed', units)).toMatchObject([
    { severity: 'warning', path: 'main.cpp', line: 1, message: 'something new' },
    { severity: 'error', message: 'the compiler crashed' },
  ]);
  expect(parseLinkerOutput('wasm-ld: error: /lib/libc.a: undefined symbol: _Z1x', units)[0]).toMatchObject({ line: 1 });
});
