import type { Trace } from '../../trace/trace.ts';
import { parseLogMessage } from './log-message.ts';
import { LogReceiver } from './log-receiver.ts';
import type { KnownRun } from './received-log.ts';

/** Milliseconds to wait for messages that a run says it has sent. */
const patience = 3_000;

/** Takes a run's log from a port that the sandbox holds the other end of. What is malformed is left out. */
export function takeLog(engine: WebAssembly.Module, wasm: Uint8Array, port: MessagePort) {
  const receiver = new LogReceiver(engine, wasm);
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = parseLogMessage(data);
    if (message) receiver.receive(message);
  };
  return {
    /** What has come, waiting for `messages` of the run's; null when nothing was recorded. */
    async trace(messages: number, known: KnownRun): Promise<Trace | null> {
      await Promise.race([receiver.until(messages), new Promise((resolve) => setTimeout(resolve, patience))]);
      return receiver.trace(known);
    },
  };
}
