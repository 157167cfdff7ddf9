import { expect, it } from 'vitest';
import { defaultSettings } from '../../compiler/compilation.ts';
import { createNodeCompiler } from '../../compiler/node-compiler.ts';
import { withModulesBeside } from '../../trace/modules-beside.ts';
import { NodeRecording } from './node-recording.ts';
import type { NodeRunOptions } from './node-run.ts';
import { runInNode } from './run-in-node.ts';

const compiler = createNodeCompiler();

async function compile(text: string, path = 'main.cpp'): Promise<Uint8Array> {
  const compilation = await compiler.compile([{ path, text }], defaultSettings);
  if (compilation.status !== 'compiled') throw new Error(JSON.stringify(compilation));
  return compilation.wasm;
}

const program = `#include <cstdio>
#include <emscripten/emscripten.h>
extern "C" __attribute__((import_module("env"), import_name("log"))) void log_number(int number);
int kept = 5;
struct counter { int value; counter() noexcept : value(kept + 1) {} };
counter made;
extern "C" EMSCRIPTEN_KEEPALIVE int doubled(int number) {
  kept = number * 2;
  log_number(kept);
  return kept;
}
extern "C" EMSCRIPTEN_KEEPALIVE int constructed() { return made.value; }
int main() { std::printf("main\\n"); }
`;

async function run(source: string, options: Partial<NodeRunOptions> = {}, wasm?: Uint8Array) {
  let printed = '';
  const recording = new NodeRecording({ budget: 1_000_000, stepLimit: 10_000 });
  const decoder = new TextDecoder();
  const bytes = wasm ?? (await compile(program));
  const live = await runInNode({
    wasm: bytes,
    arguments: [],
    stdin: new Uint8Array(),
    stdout(text) {
      printed += decoder.decode(text);
    },
    stderr() {},
    javascript(text) {
      printed += text;
    },
    scripts: [source],
    ...(options.rewritten === false ? {} : { recording: recording.options }),
    ...options,
  });
  const outcome = live.outcome.status === 'finished' ? await live.runJavaScript(source, 'lab.js') : live.outcome;
  const trace = options.rewritten === false ? null : await recording.trace(bytes, live, 'lab.js');
  return { outcome, printed, trace, live };
}

const report = 'const env = { log: (number) => console.log("logged", number) };\n';
const shown = 'console.log(instance instanceof WebAssembly.Instance, instance.exports.doubled(21));\n';
const ways = {
  'while it arrives': `const { instance } = await WebAssembly.instantiateStreaming(fetch('main.wasm'), { env });\n`,
  'from its bytes': `const { instance } = await fetch('./main.wasm').then((response) => response.arrayBuffer())
  .then((bytes) => WebAssembly.instantiate(bytes, { env }));\n`,
  'from a module': `const bytes = await (await fetch('main.wasm')).arrayBuffer();
const module = new WebAssembly.Module(bytes);
const instance = new WebAssembly.Instance(module, { env });\n`,
  'from a module that was compiled': `const module = await WebAssembly.compileStreaming(fetch('/main.wasm'));
const instance = await WebAssembly.instantiate(module, { env });\n`,
};

it.each(Object.entries(ways))(
  'a script makes the instance %s, and it is the one that is recorded',
  async (_way, way) => {
    const { outcome, printed, trace, live } = await run(report + way + shown);
    expect(outcome).toMatchObject({ status: 'finished' });
    expect(printed).toBe('logged 42\ntrue 42\n');
    const places: string[] = [];
    for (let step = 0; trace && step <= trace.steps; step++) {
      const { place } = await trace.at(step);
      if (place) places.push(`${place.path}:${place.line}`);
    }
    expect(places).toEqual(expect.arrayContaining(['lab.js:1', 'main.cpp:8', 'main.cpp:9', 'main.cpp:10']));
    expect(places.filter((place) => place.startsWith('main.cpp:1'))).not.toContain('main.cpp:13');
    expect(live.state.layout.symbols.map(({ name }) => name)).toContain('kept');
  },
);

it('nothing of the program runs but what the script calls: constructors and main are its own to call', async () => {
  const way = report + ways['while it arrives'];
  const calls = `console.log(instance.exports.constructed());
instance.exports.__wasm_call_ctors();
console.log(instance.exports.constructed());
instance.exports.main(0, 0);`;
  expect((await run(way + calls)).printed).toBe('0\n6\nmain\n');
  expect((await run(way + calls, { rewritten: false })).printed).toBe('0\n6\nmain\n');
});

it('an import that is missing or no function is refused in the browser’s words, and can be given then', async () => {
  const source = `${report}const start = (imports) => WebAssembly.instantiateStreaming(fetch('main.wasm'), imports);
for (const imports of [undefined, {}, { env: {} }, { env: { log: 5 } }]) {
  await start(imports).catch((error) => console.log(error.name, /"env"/.test(error.message)));
}
const { instance } = await start({ env });
console.log(Object.keys(instance.exports).includes('memory'), instance.exports.doubled(1));`;
  const expected = 'TypeError true\nTypeError true\nLinkError true\nLinkError true\nlogged 2\ntrue 2\n';
  expect((await run(source)).printed).toBe(expected);
});

it('the names of the lab’s own instance are not there: a script has its own', async () => {
  const { outcome } = await run(`fetch('main.wasm');\nexports.doubled(1);`);
  expect(outcome).toMatchObject({ status: 'threw', message: expect.stringContaining('instance.exports') });
  const declared = `${report}const { instance: { exports } } = await WebAssembly.instantiateStreaming(fetch('main.wasm'), { env });
const { memory } = exports;
console.log(exports.doubled(memory.buffer.byteLength / 65536));`;
  expect((await run(declared)).printed).toBe('logged 8\n8\n');
});

it('a second instance runs unrecorded, and says so', async () => {
  const source = `const make = async (env) => (await WebAssembly.instantiateStreaming(fetch('main.wasm'), { env, wasi_snapshot_preview1: new Proxy({}, { get: () => () => 0 }) })).instance;
const all = new Proxy({}, { get: () => () => 0 });
const [first, second] = [await make(all), await make(all)];
console.log(first.exports.doubled(2), second.exports.doubled(3), first.exports.memory === second.exports.memory);`;
  const { printed, live } = await run(source);
  expect(printed).toMatch(/^This is another instance of main\.wasm: .*\n4 6 false\n$/);
  const kept = live.state.layout.symbols.find(({ name }) => name === 'kept');
  expect(live.memory[Number(kept?.address)]).toBe(4);
  const again = await live.runJavaScript(`${report}${ways['from a module']}`, 'lab.js');
  expect(again).toMatchObject({ status: 'threw', message: expect.stringMatching(/already\. .*Run begins anew\.$/) });
});

it('a program in WAT gets its imports from its script, and is refused without one that gives them', async () => {
  const wat = await compile(
    `(module (import "console" "log" (func $log (param i32))) (memory (export "memory") 1)
  (func $begin (i32.store (i32.const 0) (i32.const 13)))
  (start $begin)
  (func (export "logIt") (call $log (i32.load (i32.const 0)))))`,
    'main.wat',
  );
  const source = `const { instance } = await WebAssembly.instantiateStreaming(fetch('main.wasm'), { console });
instance.exports.logIt();`;
  expect((await run(source, {}, wat)).printed).toBe('13\n');
  expect((await run('exports.logIt();', {}, wat)).outcome).toMatchObject({
    status: 'trapped',
    reason: expect.stringMatching(/console\.log is declared.*\n.*fetch\("main\.wasm"\)/),
  });
});

it('modules beside the program’s own are fetched by their names, and nothing else is', async () => {
  const small = await compile(
    '(module (memory (export "memory") 1) (func (export "seven") (result i32) (i32.const 7)))',
    'main.wat',
  );
  const wasm = withModulesBeside(await compile('int main() {}'), [{ name: 'small.wasm', wasm: small }]);
  const source = `const { instance } = await WebAssembly.instantiateStreaming(fetch('small.wasm'));
console.log(instance.exports.seven(), memory instanceof WebAssembly.Memory);
const bytes = await (await fetch('small.wasm')).arrayBuffer();
console.log(bytes.byteLength);
for (const other of ['https://example.org/small.wasm', 'other.wasm', '/secret']) {
  await fetch(other).catch(({ name, message }) => console.log(name, message));
}`;
  const { printed } = await run(source, {}, wasm);
  expect(printed).toBe(`7 true
${small.length}
TypeError Failed to fetch
TypeError Failed to fetch other.wasm: there is no network here, and of the program's modules there are small.wasm, main.wasm
TypeError Failed to fetch
`);
});

it('a script that only looks at the module leaves the lab its instance, and is told where it makes another', async () => {
  const source = `const name = ['main', 'wasm'].join('.');
const module = await WebAssembly.compileStreaming(fetch(name));
console.log(WebAssembly.Module.exports(module).some(({ name }) => name === 'twice'), exports.twice(4));
new WebAssembly.Instance(module, Object.fromEntries(WebAssembly.Module.imports(module).map(({ module }) =>
  [module, new Proxy({}, { get: () => () => 0 })])));`;
  const wasm = await compile('extern "C" __attribute__((used)) int twice(int n) { return 2 * n; }\nint main() {}');
  expect((await run(source, {}, wasm)).printed).toMatch(/^true 8\nThe lab made the instance of this program before/);
});
