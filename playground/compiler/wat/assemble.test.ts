import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../compilation.ts';
import { createNodeCompiler } from '../node-compiler.ts';

const compiler = createNodeCompiler();
const compile = (text: string, ...others: { path: string; text: string }[]) =>
  compiler.compile([{ path: 'main.wat', text }, ...others], defaultSettings);

async function problemsOf(text: string, ...others: { path: string; text: string }[]): Promise<readonly string[]> {
  const { status, ...rest } = await compile(text, ...others);
  if (status === 'compiled' || !('diagnostics' in rest)) return [status];
  return rest.diagnostics.map(({ path, line, column, message }) => `${path}:${line}:${column}: ${message}`);
}

const memory = '(memory (export "memory") 1)';

describe('a program in WAT', () => {
  it('is assembled, with the names of its functions and its text in UTF-8', async () => {
    const compilation = await compile(
      `(module ${memory} (data (i32.const 8) "ü€") (func $sum (export "f") (local $of i32)))`,
    );
    if (compilation.status !== 'compiled') throw new Error(JSON.stringify(compilation));
    const bytes = Buffer.from(compilation.wasm);
    expect(WebAssembly.validate(compilation.wasm as Uint8Array<ArrayBuffer>)).toBe(true);
    expect([bytes.includes('ü€'), bytes.includes('sum'), bytes.includes('of')]).toEqual([true, true, true]);
    expect(await compiler.checkSyntax([{ path: 'main.wat', text: `(module ${memory})` }], defaultSettings)).toEqual([]);
  });

  it.each([
    ['(module\n  (func (local.get $x)))', '2:20: There is no local called `$x`.'],
    ['(module (; é ;) (func (call $x)))', '1:29: There is no function called `$x`.'],
    ['(module (func (i32.addd)))', '1:16: `i32.addd` is no instruction.'],
    ['(module (func)', '1:15: The text ends here'],
    [
      '(module (func (result i32)))',
      '1:15: At its end the function should leave [i32] on the stack; it leaves nothing.',
    ],
    [
      '(module (func (i32.add (i32.const 1)) drop))',
      '1:16: `i32.add` takes [i32, i32] from the stack; it finds [i32].',
    ],
    ['(module (func (br 3)))', '1:16: There is no label 3'],
    ['(module (func (i32.store (i32.const 1) (i32.const 1))))', '1:16: There is no memory 0'],
    ['(module (memory 1) (memory 1))', '1:21: A module has one memory here.'],
    ['(module (func $a) (func $a))', '1:20: There is a function called `$a` already.'],
    ['(module)', '1:1: It exports no memory as "memory"'],
    ['(module\n  (memory 1))', '2:3: It exports no memory as "memory"'],
    [`(module\n  (import "env" "report" (func)) ${memory})`, '2:11: It imports the function "env" "report"'],
    ['(module (import "env" "memory" (memory 1)))', '1:17: It imports the memory "env" "memory"'],
  ])('that is wrong is told in words at its place: %s', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([expect.stringContaining(`main.wat:${problem}`)]);
  });

  it('is one file', async () => {
    const problems = await problemsOf('(module)', { path: 'two.wat', text: '' }, { path: 'main.c', text: '' });
    expect(problems).toEqual([
      'two.wat:1:1: A program has one WAT file, the whole module: there is main.wat already.',
      'main.c:1:1: A program is one WAT file, or C and C++, not both. Remove main.wat or this file.',
    ]);
  });
});
