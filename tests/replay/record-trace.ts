import { findRuntime } from '../../playground/session/node/find-runtime.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { LogReceiver } from '../../playground/session/replay/log-receiver.ts';

const unlimited = 0xffff_fffe;

interface RecordOptions {
  /** Bytes of log that the recording has room for. */
  readonly budget: number;
  readonly stepLimit?: number;
  readonly arguments?: readonly string[];
  readonly input?: string;
  readonly loads?: boolean;
}

/** Runs a program, with the clock and randomness as they are, and opens the trace of what was recorded. */
export async function recordTrace(wasm: Uint8Array, options: RecordOptions) {
  const receiver = new LogReceiver(await findRuntime().engine(), wasm);
  let messages = 0;
  const { budget, stepLimit = unlimited, loads = false } = options;
  const run = await runInNode({
    wasm,
    arguments: options.arguments ?? [],
    stdin: new TextEncoder().encode(options.input ?? ''),
    stdout() {},
    stderr() {},
    recording: {
      budget,
      stepLimit,
      loads,
      post(message) {
        messages++;
        receiver.receive(message);
      },
    },
  });
  run.sync();
  await receiver.until(messages);
  const trace = await receiver.trace({ state: run.state, scriptPath: 'lab.js' });
  if (!trace) throw new Error('nothing was recorded');
  return { run, trace };
}
