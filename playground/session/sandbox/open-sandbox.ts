/** A fresh sandbox with one worker in it. */
export interface Sandbox {
  readonly port: MessagePort;
  /** Rejects when the browser cannot start the worker. */
  readonly failure: Promise<never>;
  /** Kills the worker at once, whatever it does. */
  remove(): void;
}

/**
 * Puts a frame of opaque origin into the document and starts the run worker in it. Rejects when the frame's file
 * cannot be loaded, or the worker cannot start.
 */
export async function openSandbox(frameAddress: URL, workerSource: string): Promise<Sandbox> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.setAttribute('aria-hidden', 'true');
  frame.tabIndex = -1;
  frame.title = 'Sandbox';
  frame.hidden = true;
  frame.src = frameAddress.href;
  const { port1, port2 } = new MessageChannel();
  try {
    await new Promise<void>((resolve, reject) => {
      frame.addEventListener('load', () => resolve(), { once: true });
      frame.addEventListener('error', () => reject(new Error('the sandbox could not be loaded')), { once: true });
      document.body.append(frame);
    });
  } catch (error) {
    frame.remove();
    throw error;
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
    remove() {
      listening.abort();
      port1.close();
      frame.remove();
    },
  };
}
