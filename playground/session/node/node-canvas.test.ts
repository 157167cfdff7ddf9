import { beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../../compiler/compilation.ts';
import { createNodeCompiler } from '../../compiler/node-compiler.ts';
import { runInNode } from './run-in-node.ts';

const compiler = createNodeCompiler();
const program = `
  #include <emscripten.h>
  unsigned char picture[4 * 3 * 4];
  extern "C" EMSCRIPTEN_KEEPALIVE unsigned char* draw(int frame) {
    for (unsigned at = 0; at < sizeof picture; at++) picture[at] = frame;
    return picture;
  }
  int main() {}`;
let wasm: Uint8Array;
beforeAll(async () => {
  const compiled = await compiler.compile([{ path: 'main.cpp', text: program }], defaultSettings);
  if (compiled.status !== 'compiled') throw new Error(JSON.stringify(compiled));
  wasm = compiled.wasm;
}, 60_000);

async function run(script: string, rewritten = true) {
  let printed = '';
  const opened = await runInNode({
    ...{ wasm, rewritten, arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {} },
    javascript(text) {
      printed += text;
    },
  });
  return { outcome: await opened.runJavaScript(script, 'lab.js'), picture: opened.picture(), printed };
}

const show = `
canvas.width = 4; canvas.height = 3;
const context = canvas.getContext('2d');
let frame = 0;
function show() {
  context.fillStyle = 'red';
  context.fillRect(0, 0, 4, 3);
  const bytes = new Uint8ClampedArray(memory.buffer, exports.draw(++frame), 48);
  context.putImageData(new ImageData(bytes, 4, 3), 0, 0);
  requestAnimationFrame(show);
}
`;

it.each([true, false])('keeps the last image of some frames, and the run ends (rewritten: %s)', async (rewritten) => {
  const { outcome, picture } = await run(`${show}requestAnimationFrame(show);`, rewritten);
  expect(outcome.status).toBe('finished');
  expect([picture.width, picture.height]).toEqual([4, 3]);
  expect([...picture.data]).toEqual(Array.from({ length: 48 }, () => 10));
});

it('gives a script as many frames as it waits for', async () => {
  const { outcome, printed } = await run(`
    for (let count = 0; count < 25; count++) await new Promise(requestAnimationFrame);
    cancelAnimationFrame(requestAnimationFrame(() => console.log('cancelled')));
    console.log('waited');`);
  expect([outcome.status, printed]).toEqual(['finished', 'waited\n']);
});

it('tells what a frame threw, with its line', async () => {
  const { outcome } = await run(`${show}requestAnimationFrame(() => {
  const bytes = new Uint8ClampedArray(memory.buffer, exports.draw(1), 48);
  memory.grow(1);
  new ImageData(bytes, 4, 3);
});`);
  expect(outcome).toMatchObject({ status: 'threw', location: { path: 'lab.js', line: 15 } });
  expect(outcome).toMatchObject({ message: expect.stringContaining('detached') });
});

it.each([
  ['canvas.width = canvas.height = 100_000', 'at most 3840 x 2160'],
  ['new ImageData(new Uint8Array(48), 4, 3)', 'takes a Uint8ClampedArray'],
  ['new ImageData(new Uint8ClampedArray(10), 4, 3)', '10 bytes are no image of 4 x 3 pixels'],
])('refuses what the page could not show: %s', async (script, words) => {
  expect((await run(script)).outcome).toMatchObject({ status: 'threw', message: expect.stringContaining(words) });
});

it('puts images where they are to be, and gives them back', async () => {
  const { printed, picture } = await run(`
    canvas.width = 3; canvas.height = 2;
    const context = canvas.getContext('2d');
    const one = context.createImageData(2, 2);
    one.data.set([1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4]);
    context.putImageData(one, -1, -1);
    context.putImageData(one, 2, 1);
    console.log([...context.getImageData(1, 0, 2, 2).data].join());`);
  const shown = Array.from({ length: 6 }, (_, pixel) => picture.data[pixel * 4]);
  expect(shown).toEqual([4, 0, 0, 0, 0, 1]);
  expect(printed).toBe('0,0,0,0,0,0,0,0,0,0,0,0,1,1,1,1\n');
});
