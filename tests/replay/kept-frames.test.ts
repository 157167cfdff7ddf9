import { expect, it } from 'vitest';
import { openRecorder } from '../../playground/session/host/recorder.ts';
import { buildModule, constant, i32 } from './modules/build-module.ts';
import { engine } from './node-stage.ts';
import { unlimited } from './perform.ts';

const call = (index: number) => [0x10, index];
/** `run` calls 2, which calls 3, which throws; `run` catches that, and calls the host. */
const wasm = buildModule({
  hasTag: true,
  imports: [{ name: 'call', parameters: [i32] }],
  functions: [
    { exported: 'run', body: [0x06, 0x40, ...call(2), 0x19, 0x0b, ...constant(1), ...call(0)] },
    { body: call(3) },
    { body: [0x08, 0] },
    { exported: 'before', body: [] },
  ],
});

it('keeps the line of a frame that has caught an exception when the recording is full', async () => {
  const opened = await openRecorder(wasm, engine, { budget: 1, stepLimit: unlimited, post() {} });
  if (!opened.ok) throw new Error(opened.reason);
  const { recorder } = opened;
  const kept: number[] = [];
  const host = () => {
    const { log } = recorder;
    if (log) kept.push(log.depth, ...log.frames().subarray(4, 6));
  };
  const instance = new WebAssembly.Instance(recorder.runnable.module, { env: { call: host } });
  recorder.attach(instance);
  const { before, run } = instance.exports as Record<string, () => void>;
  before?.();
  recorder.log?.take();
  expect(recorder.log?.isRecording).toBe(false);
  run?.();
  const [depth, enter, line] = kept;
  expect([depth, enter]).toEqual([1, (1 << 4) | 1]); // the header of an `enter` of function 1, whose line is site 0
  expect(line).toBe(0);
});
