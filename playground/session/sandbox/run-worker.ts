import type { CreateGlue } from '../host/glue.ts';
import { type Host, openHost } from '../host/host.ts';
import type { Evaluate } from '../host/javascript.ts';
import { keepDeepStacks } from '../host/locate-frame.ts';
import { messageOf } from '../host/outcome.ts';
import { loadJoined } from '../host/program-scripts.ts';
import { openRecorder } from '../host/recorder.ts';
import { buffersOf } from '../replay/log-message.ts';
import type { Outcome } from '../run.ts';
import type { FromWorker, ToWorker } from './messages.ts';
import { OutputBuffer } from './output-buffer.ts';
import { Reporter } from './reporter.ts';

// Learner code shares this realm. What it overrides later must not stop a report: keep what reports are made with.
const { postMessage } = MessagePort.prototype;
const { createObjectURL } = URL;
const { setInterval } = globalThis;

// A worker that closes itself never answers again: the page would wait for it.
Object.defineProperty(globalThis, 'close', {
  value() {
    throw new Error('close() would end the program without a word: use Stop beside Run');
  },
});

addEventListener(
  'message',
  (event) => {
    const [port] = event.ports;
    if (port) listen(port);
  },
  { once: true },
);

/** Steps that no run makes. */
const unlimited = 0xffff_fffe;

/** Milliseconds between looks at what timers changed. */
const betweenRequests = 200;

function listen(port: MessagePort): void {
  const post = (message: FromWorker) => Reflect.apply(postMessage, port, [message]);
  let session: Session | null = null;
  port.onmessage = async ({ data, ports: [log] }: MessageEvent<ToWorker>) => {
    switch (data.kind) {
      case 'open':
        session = await open(data, post, log).catch((thrown: unknown) => {
          post({ kind: 'refused', reason: `The program cannot be loaded: ${messageOf(thrown)}` });
          return null;
        });
        break;
      case 'read':
        post({ kind: 'bytes', id: data.id, bytes: session?.reporter.read(data.start, data.end) ?? new Uint8Array() });
        break;
      case 'start':
      case 'call':
      case 'script':
        if (session)
          post({ kind: 'ended', id: data.id, outcome: await run(session, data), recorded: session.recorded() });
        break;
      default:
        data satisfies never;
    }
  };
}

interface Session {
  readonly host: Host;
  readonly output: OutputBuffer;
  readonly reporter: Reporter;
  /** Messages of the log until now. */
  readonly recorded: () => number;
}

type Open = Extract<ToWorker, { kind: 'open' }>;
type Runs = Extract<ToWorker, { kind: 'start' | 'call' | 'script' }>;

async function run({ host, output, reporter }: Session, request: Runs): Promise<Outcome> {
  try {
    reporter.report();
    const outcome = await perform(host, request);
    host.sync();
    output.finish();
    reporter.report();
    return outcome;
  } catch (thrown) {
    // Learner code shares this realm and can break what the host itself is made of.
    return { status: 'threw', message: `The run broke: ${messageOf(thrown)}`, location: null };
  }
}

function perform(host: Host, request: Runs): Outcome | Promise<Outcome> {
  switch (request.kind) {
    case 'start':
      return host.start();
    case 'call':
      return host.call(request.name, request.args);
    case 'script':
      return host.runScript(request.script);
    default:
      return request satisfies never;
  }
}

async function open(
  request: Open,
  post: (message: FromWorker) => void,
  log: MessagePort | undefined,
): Promise<Session | null> {
  const output = new OutputBuffer((pieces) => post({ kind: 'output', pieces }));
  let reporter: Reporter | undefined;
  const reportSometimes = () => {
    reporter?.reportSometimes();
    output.flushSometimes();
  };
  keepDeepStacks();
  let messages = 0;
  const recorded = await openRecorder(
    request.wasm,
    request.engine,
    log && {
      budget: request.budget,
      stepLimit: unlimited,
      loads: true,
      post(message) {
        messages++;
        Reflect.apply(postMessage, log, [message, buffersOf(message)]);
      },
    },
  );
  if (!recorded.ok) {
    post({ kind: 'refused', reason: recorded.reason });
    return null;
  }
  let taken = 0;
  const opened = await openHost({
    wasm: request.wasm,
    recorder: recorded.recorder,
    createGlue: await importGlue(request.glue, request.wasm),
    programName: 'program',
    arguments: request.arguments,
    environment: {},
    files: request.files,
    read(length) {
      const bytes = request.input.subarray(taken, taken + length);
      taken += bytes.length;
      return bytes.length === 0 && length > 0 && !request.inputEnds ? 'waiting' : bytes;
    },
    write: (stream, bytes) => output.write(stream, bytes),
    print(text) {
      output.print('javascript', text);
      reportSometimes();
    },
    runsWithMissing: request.runsWithMissing,
    onHostCall: reportSometimes,
    realm: globalThis as unknown as Record<string, unknown>,
    evaluate,
  });
  if (!opened.ok) {
    post({ kind: 'refused', reason: opened.reason });
    return null;
  }
  const { host } = opened;
  reporter = new Reporter(host, (state, snapshots) => post({ kind: 'state', state, snapshots }));
  const printUncaught = (thrown: unknown) => {
    output.print('javascript', `Uncaught ${messageOf(thrown)}\n`);
    output.flush();
  };
  addEventListener('unhandledrejection', ({ reason }) => printUncaught(reason));
  addEventListener('error', ({ error }) => printUncaught(error)); // in a timer that a script set
  post({ kind: 'opened', exports: host.functions, missing: host.missing });
  reporter.report();
  // Timers of a script go on when it has ended.
  let reported = host.revision();
  setInterval(() => {
    output.flush();
    host.sync();
    const revision = host.revision();
    if (revision !== reported) reporter?.report();
    reported = revision;
  }, betweenRequests);
  return { host, output, reporter, recorded: () => messages };
}

async function importGlue(glue: string, wasm: Uint8Array): Promise<CreateGlue> {
  const load = (source: string): Promise<{ readonly default: CreateGlue }> =>
    import(/* @vite-ignore */ blobAddress(source));
  return (await loadJoined(glue, wasm, load)).default;
}

const evaluate: Evaluate = async (expression) => {
  const prefix = 'export default ';
  const address = blobAddress(prefix + expression);
  const imported = await import(/* @vite-ignore */ address);
  return { run: imported.default, address, offset: prefix.length };
};

function blobAddress(source: string): string {
  return Reflect.apply(createObjectURL, URL, [new Blob([source], { type: 'text/javascript' })]);
}
