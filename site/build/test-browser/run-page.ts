import { type HostFeature, lackedHere } from '../../../playground/lesson/host-features.ts';
import { createOpenRun } from '../../../playground/session/open-run.ts';
import { parseLogMessage } from '../../../playground/session/replay/log-message.ts';
import type { Outcome, Recorded } from '../../../playground/session/run.ts';
import { toAddress } from '../../../playground/trace/memory-state.ts';
import type { ProgramSource } from '../executed-program.ts';
import { openLessonRun } from '../lesson-run.ts';
import { pack } from './packed.ts';

/** What Node calls in this page: it runs one program after another, each in a sandbox of its own. */
export interface RunPage {
  /** Those features that this browser lacks. */
  lacked(features: readonly HostFeature[]): readonly HostFeature[];
  /** Runs the program as the lab does; the instance stays. */
  open(wasm: Uint8Array, program: ProgramSource, timeLimit: number): Promise<Ran>;
  call(name: string, args: readonly string[]): Promise<Outcome>;
  /** Posts bytes of memory. */
  read(start: number, end: number, to: string): Promise<void>;
  /** Posts the messages of the log that have come since the last time; all that were sent, where the page is patient enough. */
  log(to: string): Promise<Recorded | null>;
  /** Ends the program. */
  end(): void;
}

export interface Ran {
  readonly outcome: Outcome;
  readonly output: string;
  readonly scriptOutput: string;
  readonly recorded: Recorded | null;
}

declare global {
  var runPage: RunPage;
}

/** Milliseconds to wait for messages that were sent. */
const patience = 3_000;

const openRun = createOpenRun(new URL('runtime/', document.baseURI));
let run: Awaited<ReturnType<typeof openRun>> | null = null;
/** Messages of the run's log, and how many have come. */
let came: { taken: unknown[]; count: number } = { taken: [], count: 0 };

function receive(): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const coming: typeof came = { taken: [], count: 0 };
  came = coming;
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    coming.taken.push(data);
    coming.count++;
  };
  return port2;
}

/** As a blob: whoever drives the page is sent other bodies as text, which takes longer than most programs. */
async function post(address: string, bytes: Uint8Array): Promise<void> {
  const { ok, status } = await fetch(address, { method: 'POST', body: new Blob([bytes as Uint8Array<ArrayBuffer>]) });
  if (!ok) throw new Error(`the page's bytes were refused (${status})`);
}

globalThis.runPage = {
  lacked: lackedHere,
  async open(wasm, program, timeLimit) {
    const opened = await openLessonRun(openRun, wasm, program, { log: receive(), timeLimit });
    run = opened.run;
    const outcome = await opened.perform();
    const { stdout, javascript } = opened.printed;
    return { outcome, output: stdout, scriptOutput: javascript, recorded: run.recorded() };
  },
  async call(name, args) {
    if (!run) throw new Error('a call of a program that was not opened');
    return run.call(name, args);
  },
  async read(start, end, to) {
    await post(to, (await run?.read({ start: toAddress(start), end: toAddress(end) })) ?? new Uint8Array());
  },
  async log(to) {
    const recorded = run?.recorded() ?? null;
    const latest = performance.now() + patience;
    while (came.count < (recorded?.messages ?? 0) && performance.now() < latest)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const messages = came.taken;
    came.taken = [];
    await post(to, pack(messages.map(parseLogMessage)));
    return recorded;
  },
  end() {
    run?.end();
    run = null;
  },
};
