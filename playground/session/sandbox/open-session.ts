import type { CallTimes } from '../../measure/call-times.ts';
import type { MeasurePlan, MeasureReport } from '../../measure/measurement.ts';
import { type Host, openHost } from '../host/host.ts';
import type { Evaluate } from '../host/javascript.ts';
import { type LoadModule, loadJoined } from '../host/join-scripts.ts';
import { keepDeepStacks } from '../host/locate-frame.ts';
import { openPlainHost, type PlainHost, type PlainHostOptions } from '../host/plain-host.ts';
import { openRecorder } from '../host/recorder.ts';
import { buffersOf } from '../replay/log-message.ts';
import type { Outcome } from '../run.ts';
import { type LiveCanvas, openLiveCanvas } from './live-canvas.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { OutputBuffer } from './output-buffer.ts';
import { copyOf, Reporter } from './reporter.ts';

// Learner code shares this realm. What it overrides later must not stop a report: keep what reports are made with.
const { postMessage } = MessagePort.prototype;
const { createObjectURL } = URL;
const { apply } = Reflect;
const { Blob, setInterval } = globalThis;

/** Steps that no run makes. */
const unlimited = 0xffff_fffe;

/** Milliseconds between looks at what timers changed. */
const betweenRequests = 200;

export interface Session {
  /** What scripts draw on, where the browser has it in workers. */
  readonly canvas: LiveCanvas | null;
  readonly host: Host | PlainHost;
  readonly output: OutputBuffer;
  readonly read: (start: number, end: number) => Uint8Array;
  /** Messages of the log until now. */
  readonly recorded: () => number;
  /** Takes all of what happened into the log. */
  readonly sync: () => void;
  readonly report: () => void;
  /** The outcome with what only the debug information knows. */
  readonly located: (outcome: Outcome) => Outcome | Promise<Outcome>;
  /** Measures what scripts gave to `measure`. */
  readonly measure: (plan: MeasurePlan, report: (report: MeasureReport) => void) => Promise<Outcome>;
  /** How long calls took until now; null where they are not timed. */
  readonly callTimes: () => CallTimes | null;
}

export type Post = (message: FromWorker, transferred?: readonly Transferable[]) => void;
type OpenedSession = Omit<Session, 'canvas'>;
type Open = Extract<ToWorker, { kind: 'open' }>;

/** Opens the program of a worker. Null when it cannot be run, which the page is told. */
export async function openSession(request: Open, post: Post, log: MessagePort | undefined): Promise<Session | null> {
  const output = new OutputBuffer((pieces) => post({ kind: 'output', pieces }));
  keepDeepStacks();
  const opened = request.rewritten ? await openRewritten(request, output, post, log) : await openPlain(request, output);
  if (typeof opened === 'string') {
    post({ kind: 'refused', reason: opened });
    return null;
  }
  const printUncaught = (thrown: unknown) => {
    opened.host.printUncaught(thrown, true);
    opened.host.withBuiltIns(() => output.flush());
  };
  const canvas = openLiveCanvas({
    realm: globalThis as unknown as Record<string, unknown>,
    want: () => post({ kind: 'frame-wanted' }),
    post: (frame) => post({ kind: 'frame', frame }, frame.picture ? [frame.picture] : []),
    onUncaught: printUncaught,
    print: (text) => output.print('javascript', text),
  });
  // What timers drew.
  if (canvas) setInterval(() => canvas.show(), betweenRequests);
  addEventListener('unhandledrejection', ({ reason }) => printUncaught(reason));
  addEventListener('error', ({ error }) => printUncaught(error)); // in a timer that a script set
  post({ kind: 'opened', exports: opened.host.functions, missing: opened.host.missing });
  opened.report();
  return { ...opened, canvas };
}

/** What a host is opened with, rewritten or not. */
async function surroundingsOf(request: Open, output: OutputBuffer): Promise<PlainHostOptions> {
  let taken = 0;
  return {
    wasm: request.wasm,
    ...(await loadJoined(request.glue, request.wasm, importModule)),
    programName: 'program',
    arguments: request.arguments,
    environment: request.environment,
    files: request.files,
    read(length) {
      const bytes = request.input.subarray(taken, taken + length);
      taken += bytes.length;
      return bytes.length === 0 && length > 0 && !request.inputEnds ? 'waiting' : bytes;
    },
    write: (stream, bytes) => output.write(stream, bytes),
    print(text) {
      output.print('javascript', text);
      output.flushSometimes();
    },
    runsWithMissing: request.runsWithMissing,
    byHand: request.byHand,
    buffer: request.buffer,
    onHostCall: () => output.flushSometimes(),
    realm: globalThis as unknown as Record<string, unknown>,
    evaluate,
  };
}

/** Opens the module as the engine rewrites it. Returns a reason where it cannot be run. */
async function openRewritten(
  request: Open,
  output: OutputBuffer,
  post: Post,
  log: MessagePort | undefined,
): Promise<OpenedSession | string> {
  let reporter: Reporter | undefined;
  const reportSometimes = () => {
    reporter?.reportSometimes();
    output.flushSometimes();
  };
  let messages = 0;
  const recorded = await openRecorder(
    request.wasm,
    request.engine,
    log && {
      budget: request.budget,
      stepLimit: unlimited,
      loads: true,
      post(message) {
        apply(postMessage, log, [message, buffersOf(message)]);
        messages++;
      },
    },
  );
  if (!recorded.ok) return recorded.reason;
  const opened = await openHost({
    ...(await surroundingsOf(request, output)),
    recorder: recorded.recorder,
    print(text) {
      output.print('javascript', text);
      reportSometimes();
    },
    onHostCall: reportSometimes,
  });
  if (!opened.ok) return opened.reason;
  const { host } = opened;
  const live = new Reporter(host, host.withBuiltIns, (state, snapshots) => post({ kind: 'state', state, snapshots }));
  reporter = live;
  // Timers of a script go on when it has ended.
  let reported = host.revision();
  setInterval(() => {
    host.withBuiltIns(() => {
      output.flush();
      host.sync();
      const revision = host.revision();
      if (revision !== reported) live.report();
      reported = revision;
    });
  }, betweenRequests);
  return {
    host,
    output,
    read: (start, end) => live.read(start, end),
    recorded: () => messages,
    sync: () => host.sync(),
    report: () => live.report(),
    located: (outcome) => outcome,
    callTimes: () => null,
    measure: async () => ({
      status: 'threw',
      message: 'A program that is watched cannot be measured.',
      location: null,
    }),
  };
}

/** Opens the module as it is: nothing is told but what it prints, how it ends, and bytes that are asked for. */
async function openPlain(request: Open, output: OutputBuffer): Promise<OpenedSession | string> {
  const opened = await openPlainHost({
    ...(await surroundingsOf(request, output)),
    timesCalls: request.timesCalls,
  });
  if (!opened.ok) return opened.reason;
  const { host } = opened;
  setInterval(() => output.flush(), betweenRequests);
  return {
    host,
    output,
    read: (start, end) => copyOf(host.memory, start, end),
    recorded: () => 0,
    sync() {},
    report() {},
    located: (outcome) => host.located(outcome, request.engine),
    callTimes: () => host.callTimes(),
    async measure(plan, report) {
      await host.measure(plan, async () => request.engine, report);
      return { status: 'finished', exitCode: null, result: null };
    },
  };
}

const importModule: LoadModule = async (source) => {
  const address = blobAddress(source);
  const { default: createGlue } = await import(/* @vite-ignore */ address);
  return { default: createGlue, address };
};

const evaluate: Evaluate = async (expression) => {
  const prefix = 'export default ';
  const address = blobAddress(prefix + expression);
  const imported = await import(/* @vite-ignore */ address);
  return { run: imported.default, address, offset: prefix.length };
};

function blobAddress(source: string): string {
  return apply(createObjectURL, URL, [new Blob([source], { type: 'text/javascript' })]);
}
