/** A fresh sandbox with one worker in it. */
export interface Sandbox {
  readonly port: MessagePort;
  /** Rejects when the browser cannot start the worker. */
  readonly failure: Promise<never>;
  /** Resolves when the frame answers no more: in Chromium it has a process of its own, whose end leaves the page alive. */
  readonly gone: Promise<void>;
  /** Kills the worker at once, whatever it does. */
  remove(): void;
}

/** What a sandbox is made of. */
export interface SandboxFiles {
  readonly frameAddress: URL;
  /** The same file as text, for when nobody answers at its address: offline, for one. */
  readonly frameSource: string;
  readonly workerSource: string;
}

/** Milliseconds after its loading within which a frame must have said that it is ready. */
const patience = 2_000;

/** Milliseconds between questions whether the frame is there, and how many of them in a row it may leave unanswered. */
const betweenQuestions = 2_000;
const mostUnanswered = 4;

/**
 * Puts a frame of opaque origin into the document and starts the run worker in it. Rejects when the frame cannot be
 * loaded, or the worker cannot start.
 */
export async function openSandbox({ frameAddress, frameSource, workerSource }: SandboxFiles): Promise<Sandbox> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.title = 'Sandbox';
  frame.hidden = true;
  frame.src = frameAddress.href;
  const { port1, port2 } = new MessageChannel();
  if (!(await answers(frame))) {
    frame.remove();
    frame.removeAttribute('src');
    // It has its own policy beside the page's.
    frame.srcdoc = frameSource;
    if (!(await answers(frame))) {
      frame.remove();
      throw new Error('the sandbox could not be loaded. Reload the page and try again');
    }
  }
  const listening = new AbortController();
  const failure = new Promise<never>((_resolve, reject) => {
    const onMessage = ({ source, data }: MessageEvent<unknown>) => {
      if (source !== frame.contentWindow || !(data instanceof Object) || !('sandboxFailed' in data)) return;
      reject(new Error(`the sandbox could not start its worker: ${String(data.sandboxFailed)}`));
    };
    addEventListener('message', onMessage, { signal: listening.signal });
  });
  failure.catch(() => undefined); // only whoever waits for the worker wants to know
  // Its origin is opaque and cannot be named, hence '*'; nothing secret is in the message.
  frame.contentWindow?.postMessage({ workerSource }, '*', [port2]);
  return {
    port: port1,
    failure,
    gone: endOf(frame, listening.signal),
    remove() {
      listening.abort();
      port1.close();
      frame.remove();
    },
  };
}

/** Puts the frame into the document; whether it says that it is ready. The browser's own error pages load as well. */
function answers(frame: HTMLIFrameElement): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener(
    'message',
    ({ source, data }: MessageEvent<unknown>) => {
      if (source === frame.contentWindow && data instanceof Object && 'sandboxReady' in data) resolve(true);
    },
    { signal },
  );
  frame.addEventListener('load', () => setTimeout(resolve, patience, false), { signal });
  document.body.append(frame);
  return promise.finally(() => listening.abort());
}

/**
 * Resolves when the frame has left questions unanswered. Its document does nothing but answer: what a program does keeps
 * only the worker busy. Counted in questions, not in time, because a hidden page asks seldom.
 */
function endOf(frame: HTMLIFrameElement, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let unanswered = 0;
  addEventListener(
    'message',
    ({ source, data }: MessageEvent<unknown>) => {
      if (source === frame.contentWindow && data instanceof Object && 'sandboxAnswers' in data) unanswered = 0;
    },
    { signal },
  );
  const asking = setInterval(() => {
    if (++unanswered > mostUnanswered) resolve();
    else frame.contentWindow?.postMessage({ sandboxAsked: true }, '*');
  }, betweenQuestions);
  signal.addEventListener('abort', () => clearInterval(asking));
  return promise;
}
