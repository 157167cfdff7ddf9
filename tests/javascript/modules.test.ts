import { beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import type { Outcome } from '../../playground/session/run.ts';
import { moduleCases } from './module-cases.ts';
import { natively } from './natively.ts';

let wasm: Uint8Array;
beforeAll(async () => {
  const compiled = await createNodeCompiler().compile([{ path: 'main.c', text: 'int main(void) {}' }], defaultSettings);
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  wasm = compiled.wasm;
});

type Files = Readonly<Record<string, string>>;
type Manner = 'plain' | 'recorded';

/** Runs the first of some files beside a program that does nothing, or all of them one after the other. */
async function run(files: Files, manner: Manner, all = false) {
  let output = '';
  const recording = { budget: 1e8, stepLimit: 0xffff_fffe, loads: true, post() {} };
  const opened = await runInNode({
    wasm,
    arguments: [],
    stdin: new Uint8Array(),
    stdout() {},
    stderr() {},
    javascript(text) {
      output += text;
    },
    ...(manner === 'plain' ? { rewritten: false } : { recording }),
  });
  const among = Object.entries(files).map(([path, text]) => ({ path, text }));
  const outcomes: Outcome[] = [];
  for (const { path, text } of all ? among : among.slice(0, 1)) {
    outcomes.push(await opened.runJavaScript(text, path, among));
  }
  return { output, outcomes, outcome: outcomes[0] as Outcome };
}

it.each(Object.keys(moduleCases))('modules print what they print in Node: %s', async (name) => {
  const files = moduleCases[name] as Files;
  const expected = await natively(files);
  for (const manner of ['plain', 'recorded'] as const) {
    const { outcome, output } = await run(files, manner);
    expect.soft(output, manner).toBe(expected);
    expect.soft(outcome, manner).toMatchObject({ status: 'finished' });
  }
  expect(expected).not.toBe('');
});

it('all files of a program are begun with in their order, and none is evaluated twice', async () => {
  const files = {
    'a.js': "import './b.js'; console.log('a', typeof memory);",
    'b.js': "console.log('b');",
    'c.js': "console.log('c');",
  };
  const { output, outcomes } = await run(files, 'recorded', true);
  expect(output).toBe('b\na object\nc\n');
  expect(outcomes).toHaveLength(3);
});

it.each([
  ['an address', "\nimport x from 'https://example.com/x.js';", 'reach no address', 2],
  ['a package', "import { x } from 'lodash';", "write './lodash.js'", 1],
  ['a file that is not there', "import './heper.js';", "are './helper.js'", 1],
  ['a file without its ending', "import './helper';", "'./helper.js'", 1],
  ['C++', "import './main.cpp';", 'only JavaScript', 1],
  [
    'a name that is not exported',
    "import {\n nope } from './helper.js';",
    'helper.js exports no nope. It exports helper',
    2,
  ],
  ['a default that is not there', "export { default } from './helper.js';", 'nothing as its default', 1],
])('refuses %s with the line, and what to write', async (_name, text, words, line) => {
  const files = { 'lab.js': text, 'helper.js': 'export const helper = 1;' };
  for (const manner of ['plain', 'recorded'] as const) {
    const { outcome } = await run(files, manner);
    expect(outcome).toMatchObject({ status: 'threw', location: { path: 'lab.js', line } });
    expect(outcome.status === 'threw' && outcome.message).toContain(words);
  }
});

it.each([
  ['that cannot be parsed', 'export const a = 1;\nlet b = = 1;', 2, 'SyntaxError'],
  ['that throws', "import './third.js';\n\n  export const a = null.b;", 3, 'TypeError'],
  ['whose function throws', 'export const a = 1;\nexport function f() {\n  null.x;\n}\nf();', 3, 'TypeError'],
  [
    'that calls what it imported and is no function',
    "import { third } from './third.js';\nexport const a = 1;\nthird();",
    3,
    'third is not a function',
  ],
])('names the file and line of an imported one %s', async (_name, text, line, words) => {
  const files = {
    'lab.js': "import { a } from './second.js';\nconsole.log(a);",
    'second.js': text,
    'third.js': 'export const third = 3;',
  };
  for (const manner of ['plain', 'recorded'] as const) {
    const { outcome } = await run(files, manner);
    expect(outcome).toMatchObject({ status: 'threw', location: { path: 'second.js', line } });
    expect(outcome.status === 'threw' && outcome.message).toContain(words);
    expect(outcome.status === 'threw' && outcome.message).not.toContain('$');
  }
});

it('tells the author’s column behind an imported name', async () => {
  const files = {
    'lab.js': "import { helper } from './helper.js';\nhelper; helper(); null.x;",
    'helper.js': 'export const helper = () => 1;',
  };
  for (const manner of ['plain', 'recorded'] as const)
    expect((await run(files, manner)).outcome).toMatchObject({ location: { line: 2, column: 24 } });
});

it('imports the function that loads the program from glue that is none of its files', async () => {
  const main = `import createModule from './program.js';
const instance = await createModule();
console.log(instance === Module, typeof instance.HEAPU8);`;
  for (const manner of ['plain', 'recorded'] as const) {
    const { outcome, output } = await run({ 'main.js': main }, manner);
    expect(outcome).toMatchObject({ status: 'finished' });
    expect(output).toBe('true object\n');
  }
  const other = await run({ 'main.js': "import helper from './helpr.js';", 'helper.js': 'export default 1;' }, 'plain');
  expect(other.outcome).toMatchObject({ status: 'threw', message: expect.stringContaining('has no file helpr.js') });
});
