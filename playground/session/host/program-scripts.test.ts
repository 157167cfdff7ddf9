import { beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../compiler/compilation.ts';
import { createNodeCompiler } from '../../compiler/node-compiler.ts';
import { runInNode } from '../node/run-in-node.ts';
import { joinScripts } from './join-scripts.ts';
import { programScripts } from './program-scripts.ts';

const compiler = createNodeCompiler();

async function compile(text: string): Promise<Uint8Array> {
  const result = await compiler.compile([{ path: 'main.c', text: `#include <emscripten.h>\n${text}` }], {
    ...defaultSettings,
  });
  if (result.status !== 'compiled') throw new Error(JSON.stringify(result));
  return result.wasm;
}

async function run(text: string) {
  let printed = '';
  const { outcome } = await runInNode({
    wasm: await compile(text),
    arguments: [],
    stdin: new Uint8Array(),
    stdout: (bytes) => {
      printed += new TextDecoder().decode(bytes);
    },
    stderr: () => undefined,
    javascript: (line) => {
      printed += line;
    },
  });
  return { outcome, printed };
}

describe('the JavaScript of a C program', () => {
  let wasm: Uint8Array;
  beforeAll(async () => {
    wasm = await compile(`
EM_JS(int, sum, (int a, const char *text), { return a + text; });
EM_JS(void, nothing, (void), {});
int main(void) { nothing(); EM_ASM({ console.log($1, $0); }, 1, 2.5); return sum(1, "x") + EM_ASM_INT(return 7); }`);
  });

  it('is found with the names of its parameters', () => {
    const found = programScripts(wasm).map(({ name, source }) => `${name}: ${source.replace(/\s+/g, ' ')}`);
    expect(found.sort()).toEqual([
      'nothing: function nothing() {}',
      'null: ($0, $1) => { { console.log($1, $0); } }',
      'null: () => { return 7 }',
      'sum: function sum(a, text) { return a + text; }',
    ]);
  });

  it('is joined to the glue as it is', () => {
    const body = "{ return '$& $1'; }";
    const script = { name: 'f', address: 8, source: `function f() ${body}`, parameters: '()', body, bodyAt: 13 };
    expect(joinScripts('var a = "pagewise program scripts";', [script], null)).toContain(script.source);
    expect(joinScripts('var a = 1;', [], null)).toBe('var a = 1;');
  });

  it('is not looked for where a forged module points', () => {
    for (let length = 0; length < wasm.length; length += 97) {
      expect(() => programScripts(wasm.subarray(0, length))).not.toThrow();
    }
  });

  it('runs, and prints among what C prints', async () => {
    const { printed, outcome } = await run(
      '#include <stdio.h>\nint main(void) { puts("C"); EM_ASM(console.log("JavaScript", UTF8ToString($0)), "é"); puts("C"); }',
    );
    expect(outcome).toMatchObject({ status: 'finished' });
    expect(printed).toBe('C\nJavaScript é\nC\n');
  });

  it('is named when it is no JavaScript', async () => {
    const wrong = await run('EM_JS(int, half, (int a), { return a / ; });\nint main(void) { return half(2); }');
    expect(wrong.outcome).toMatchObject({ status: 'trapped' });
    expect(wrong.outcome.status === 'trapped' && wrong.outcome.reason).toMatch(/^EM_JS half is no JavaScript: /);
    const constant = await run('int main(void) { EM_ASM({ let 1 = 2; }); }');
    expect(constant.outcome.status === 'trapped' && constant.outcome.reason).toMatch(
      /^EM_ASM "\{ let 1 = 2; \}.*" is no JavaScript: /s,
    );
  });

  it('ends the run with its own error', async () => {
    const { outcome } = await run('int main(void) { EM_ASM({ throw new RangeError("too far"); }); }');
    expect(outcome).toMatchObject({ status: 'threw', message: 'RangeError: too far' });
  });
});
