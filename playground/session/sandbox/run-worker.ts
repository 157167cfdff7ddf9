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
  port.onmessage = async ({ data, ports: [log] }: MessageEvent<ToWorker>) => {
    switch (data.kind) {
      case 'open':
        session = await openSession(data, post, log).catch((thrown: unknown) => {
          post({ kind: 'refused', reason: `The program cannot be loaded: ${messageOf(thrown)}` });
          return null;
        });
        break;
      case 'read':
        post({ kind: 'bytes', id: data.id, bytes: session?.read(data.start, data.end) ?? new Uint8Array() });
        break;
      case 'frame':
        session?.canvas?.frame();
        break;
      case 'start':
      case 'call':
      case 'script':
      case 'measure':
        if (session)
          post({ kind: 'ended', id: data.id, outcome: await run(session, data, post), recorded: session.recorded() });
        break;
      default:
        data satisfies never;
    }
  };
}

type Runs = Extract<ToWorker, { kind: 'start' | 'call' | 'script' | 'measure' }>;

async function run(session: Session, request: Runs, post: Post): Promise<Outcome> {
  try {
    session.report();
    const outcome = await session.located(await perform(session, request, post));
    session.sync();
    session.canvas?.show();
    session.output.finish();
    session.report();
    return outcome;
  } catch (thrown) {
    // Learner code shares this realm and can break what the host itself is made of.
    return { status: 'threw', message: `The run broke: ${messageOf(thrown)}`, location: null };
  }
}

function perform({ host, measure }: Session, request: Runs, post: Post): Outcome | Promise<Outcome> {
  switch (request.kind) {
    case 'start':
      return host.start();
    case 'call':
      return host.call(request.name, request.args);
    case 'script':
      return host.runScript(request.script);
    case 'measure':
      return measure(request.plan, (report) => post({ kind: 'measured', report }));
    default:
      return request satisfies never;
  }
}
