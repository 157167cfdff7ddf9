import { expect, it } from 'vitest';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { compileEmbind } from './programs.ts';

const text = `#include <emscripten/val.h>
using namespace emscripten;
int main() {
  val AudioContext = val::global("AudioContext");
  val context = AudioContext.new_();
  return 0;
}
`;

it('names the line of main that asked JavaScript for what it has not, and says that there is no page', async () => {
  const wasm = await compileEmbind({ name: 'oscillator', text, script: '', output: '' });
  const { outcome } = await runInNode({ wasm, arguments: [], stdin: new Uint8Array(), stdout() {}, stderr() {} });
  expect(outcome).toMatchObject({
    status: 'threw',
    message: expect.stringMatching(/^TypeError: undefined is not a constructor\. .*no sound/),
    location: { path: 'oscillator.cpp', line: 5 },
  });
});
