import { messageOf } from '../host/outcome.ts';
import type { Outcome } from '../run.ts';
import type { ToWorker } from './messages.ts';
import { openSession, type Post, type Session } from './open-session.ts';

// Learner code shares this realm. What it overrides later must not stop a report: keep what reports are made with.
const { postMessage } = MessagePort.prototype;
const { apply } = Reflect;

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

function listen(port: MessagePort): void {
  const post: Post = (message, transferred = []) => apply(postMessage, port, [message, transferred]);
  let session: Session | null = null;
  port.onmessage = async ({ data, ports }: MessageEvent<ToWorker>) => {
    const log = ports[0]; // asks no list for its iterator: a script may have replaced it
    switch (data.kind) {
      case 'open':
        session = await openSession(data, post, log).catch((thrown: unknown) => {
          post({ kind: 'refused', reason: `The program cannot be loaded: ${messageOf(thrown)}` });
          return null;
        });
        break;
      case 'read':
        post({ kind: 'bytes', id: data.id, bytes: read(session, data.start, data.end) });
        break;
      case 'frame':
        session?.canvas?.frame();
        break;
      case 'start':
      case 'call':
      case 'script':
      case 'measure':
      case 'time':
        if (session)
          post({ kind: 'ended', id: data.id, outcome: await run(session, data, post), recorded: session.recorded() });
        break;
      default:
        data satisfies never;
    }
  };
}

type Runs = Extract<ToWorker, { kind: 'start' | 'call' | 'script' | 'measure' | 'time' }>;

async function run(session: Session, request: Runs, post: Post): Promise<Outcome> {
  try {
    session.host.withBuiltIns(session.report);
    const outcome = await session.located(await perform(session, request, post));
    session.host.withBuiltIns(() => {
      session.sync();
      session.canvas?.show();
      session.output.finish();
      session.report();
    });
    return outcome;
  } catch (thrown) {
    // Learner code shares this realm and can break what the host itself is made of.
    return { status: 'threw', message: `The run broke: ${messageOf(thrown)}`, location: null };
  }
}

function read(session: Session | null, start: number, end: number): Uint8Array {
  return session ? session.host.withBuiltIns(() => session.read(start, end)) : new Uint8Array();
}

function perform({ host, measure, callTimes }: Session, request: Runs, post: Post): Outcome | Promise<Outcome> {
  switch (request.kind) {
    case 'start':
      return host.start();
    case 'call':
      return host.call(request.name, request.args);
    case 'script':
      return host.runScript(request.script);
    case 'measure':
      return measure(request.plan, (report) => post({ kind: 'measured', report }));
    case 'time': {
      const times = callTimes();
      if (times) post({ kind: 'timed', times });
      return { status: 'finished', exitCode: null, result: null };
    }
    default:
      return request satisfies never;
  }
}
