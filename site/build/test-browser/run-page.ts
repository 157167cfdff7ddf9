import { type HostFeature, lackedHere } from '../../../playground/lesson/host-features.ts';
import { createOpenRun } from '../../../playground/session/open-run.ts';
import type { Outcome, Recorded } from '../../../playground/session/run.ts';
import { toAddress } from '../../../playground/trace/memory-state.ts';
import type { ProgramSource } from '../executed-program.ts';
import { openLessonRun } from '../lesson-run.ts';

/** What Node calls in this page: it runs one program after another, each in a sandbox of its own. */
export interface RunPage {
  /** Those features that this browser lacks. */
  lacked(features: readonly HostFeature[]): readonly HostFeature[];
  /** Runs the program as the lab does; the instance stays. */
  open(wasm: Uint8Array, program: ProgramSource, timeLimit: number): Promise<Ran>;
  call(name: string, args: readonly string[]): Promise<Outcome>;
  read(start: number, end: number): Promise<Uint8Array>;
  /** Messages of the log that have come since the last time; all that were sent, where the page is patient enough. */
  log(): Promise<Logged>;
  /** Ends the program. */
  end(): void;
}

export interface Ran {
  readonly outcome: Outcome;
  readonly output: string;
  readonly scriptOutput: string;
  readonly recorded: Recorded | null;
}

export interface Logged {
  readonly messages: readonly unknown[];
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
  async read(start, end) {
    return (await run?.read({ start: toAddress(start), end: toAddress(end) })) ?? new Uint8Array();
  },
  async log() {
    const recorded = run?.recorded() ?? null;
    const latest = performance.now() + patience;
    while (came.count < (recorded?.messages ?? 0) && performance.now() < latest)
      await new Promise((resolve) => setTimeout(resolve, 5));
    const messages = came.taken;
    came.taken = [];
    return { messages, recorded };
  },
  end() {
    run?.end();
    run = null;
  },
};
