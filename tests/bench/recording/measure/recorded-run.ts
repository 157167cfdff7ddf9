import type { LogMessage } from '../../../../playground/session/replay/log-message.ts';
import { LogReceiver } from '../../../../playground/session/replay/log-receiver.ts';
import { LongTrace } from '../../../../playground/session/replay/long-trace.ts';
import { ReplayTrace } from '../../../../playground/trace/replay-trace.ts';
import type { Trace } from '../../../../playground/trace/trace.ts';
import { engineOf, type Platform } from './platform.ts';
import { type BenchProgram, openRun, sizeOf, timeStart } from './program-run.ts';

/** Bytes of log that are kept, as in the page. */
const budget = 120_000_000;

/** A run, recorded and received as in the page. */
export interface RecordedRun {
  readonly messages: readonly LogMessage[];
  /** The whole run; the part of it that was recorded. */
  readonly trace: Trace;
  readonly recorded: ReplayTrace;
  /** Milliseconds that it took to receive the recording, and its bytes. */
  readonly received: number;
  readonly log: number;
  readonly pieces: number;
}

/** Runs a program and gives what it sends to a receiver. */
export async function recordRun(platform: Platform, program: BenchProgram): Promise<RecordedRun> {
  const messages: LogMessage[] = [];
  const size = { log: 0, pieces: 0 };
  const post = (message: LogMessage) => {
    const { log, pieces } = sizeOf(message);
    size.log += log;
    size.pieces += pieces;
    messages.push(message);
  };
  const run = await openRun(platform, program, { budget, post });
  timeStart(run);
  const [begin, ...rest] = messages;
  const { host } = run;
  if (!begin || !('state' in host)) throw new Error('nothing was recorded');
  const receiver = new LogReceiver(await engineOf(platform), run.wasm);
  receiver.receive(begin);
  await receiver.until(1);
  const start = performance.now();
  for (const message of rest) receiver.receive(message);
  await receiver.until(messages.length);
  const received = performance.now() - start;
  const trace = await receiver.trace({ state: host.state(), scriptPath: '' });
  const recorded = trace instanceof LongTrace ? trace.beginning : trace;
  if (!trace || !(recorded instanceof ReplayTrace)) throw new Error('nothing can be replayed');
  return {
    messages,
    trace,
    recorded,
    received,
    ...size,
  };
}
