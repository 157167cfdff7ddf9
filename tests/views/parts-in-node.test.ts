import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { NodeRecording } from '../../playground/session/node/node-recording.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { findingInShort } from '../../site/build/finding-in-short.ts';
import { createCachedCompile } from '../../site/build/program-runner.ts';

const compile = createCachedCompile(fileURLToPath(new URL('../../build/cache/programs', import.meta.url)));
const text = readFileSync(new URL('toolbox.cpp', import.meta.url), 'utf8');

it('knows the line that takes a part of a view of the glue, which lives in another realm in Node', async () => {
  const compiled = await compile([{ path: 'main.cpp', text }], defaultSettings);
  if ('diagnostics' in compiled) throw new Error(JSON.stringify(compiled.diagnostics));
  const recording = new NodeRecording({ budget: 10_000_000, stepLimit: 100_000 });
  const quiet = () => undefined;
  const run = await runInNode({
    ...{ wasm: compiled.wasm, arguments: [], stdin: new Uint8Array(), stdout: quiet, stderr: quiet, javascript: quiet },
    recording: recording.options,
  });
  const script = `const p = exports.numbers();
const part = Module.HEAP32.subarray(p >> 2, (p >> 2) + 4);
exports.work();
console.log(part[0]);
const again = Module.HEAP32.subarray(p >> 2, (p >> 2) + 2);
console.log(again.length);`;
  const outcome = await run.runJavaScript(script, 'lab.js');
  expect(outcome.status).toBe('finished');
  expect(run.state.views.map(({ madeBy, madeAtLine, length }) => [madeBy, madeAtLine, length])).toEqual([
    ['script', 2, 4],
    ['script', 5, 2],
  ]);
  const trace = await recording.trace(compiled.wasm, run, 'lab.js');
  expect((await trace?.findings())?.map(findingInShort)).toEqual(['detached view at lab.js:4, because of main.cpp:16']);
});
