import type { NodeRun, NodeRunOptions } from '../session/node/node-run.ts';
import { runInNode } from '../session/node/run-in-node.ts';
import type { Outcome } from '../session/run.ts';

/** Runs a program to its end: by `main`, or by `_start` where it was linked as a WASI command. */
export async function perform(options: NodeRunOptions): Promise<{ readonly run: NodeRun; readonly outcome: Outcome }> {
  const run = await runInNode(options);
  const { outcome } = run;
  if (outcome.status !== 'finished' || outcome.exitCode !== null || !exportsStart(options.wasm))
    return { run, outcome };
  const ended = await run.call('_start', []);
  return { run, outcome: ended.status === 'finished' ? { ...ended, exitCode: ended.exitCode ?? 0 } : ended };
}

const exportsStart = (wasm: Uint8Array): boolean =>
  WebAssembly.Module.exports(new WebAssembly.Module(wasm as BufferSource)).some(({ name }) => name === '_start');
