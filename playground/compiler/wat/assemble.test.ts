import { describe, expect, it } from 'vitest';
import { modulesIn } from '../../trace/modules-beside.ts';
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
    ['(module (import "env" "memory" (memory 1)))', '1:17: It imports the memory "env" "memory"'],
  ])('that is wrong is told in words at its place: %s', async (text, problem) => {
    expect(await problemsOf(text)).toEqual([expect.stringContaining(`main.wat:${problem}`)]);
  });

  it('is one file', async () => {
    const problems = await problemsOf('(module)', { path: 'two.wat', text: '' }, { path: 'main.h', text: '' });
    expect(problems).toEqual([
      'two.wat:1:1: A program without C and C++ has one WAT file, the whole module: there is main.wat already.',
      'main.h:1:1: Here is neither C nor C++ that would include this. Add main.cpp, or remove this file.',
    ]);
  });
});

describe('WAT beside C and C++', () => {
  const main = { path: 'main.c', text: 'int main(void) {}' };
  const beside = (path: string, text: string) => compiler.compile([main, { path, text }], defaultSettings);

  it('becomes a module of its own, which travels in the program’s and may ask for anything', async () => {
    const alone = await compiler.compile([main], defaultSettings);
    const both = await beside('helper.wat', '(module (import "env" "memory" (memory 1)))');
    if (alone.status !== 'compiled' || both.status !== 'compiled') throw new Error(JSON.stringify([alone, both]));
    expect(WebAssembly.validate(both.wasm as Uint8Array<ArrayBuffer>)).toBe(true);
    const found = modulesIn(both.wasm);
    expect(Buffer.compare(found.own, alone.wasm)).toBe(0);
    expect(found.beside.map(({ name }) => name)).toEqual(['helper.wasm']);
    const [helper] = found.beside.map(({ wasm }) => new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>));
    expect(WebAssembly.Module.imports(helper as WebAssembly.Module)).toEqual([
      { kind: 'memory', module: 'env', name: 'memory' },
    ]);
  });

  it.each([
    ['helper.wat', '(module (func (call $x)))', 'helper.wat:1:21: There is no function called `$x`.'],
    ['main.wat', '(module)', 'main.wat:1:1: main.wasm is the module of C and C++.'],
  ])('that is wrong is told at its place: %s', async (path, text, problem) => {
    const compilation = await beside(path, text);
    const checked = await compiler.checkSyntax([main, { path, text }], defaultSettings);
    const told = compilation.status === 'did-not-compile' ? compilation.diagnostics : [];
    for (const list of [told, checked]) {
      expect(list.map((each) => `${each.path}:${each.line}:${each.column}: ${each.message}`)).toEqual([
        expect.stringContaining(problem),
      ]);
    }
  });
});
