import { randomUUID } from 'node:crypto';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';
import type { Verdict } from '../../playground/exercises/attempt.ts';
import { evaluateChecks } from '../../playground/exercises/evaluate-checks.ts';
import { exitOf } from '../../playground/exercises/exit-of.ts';
import type { Check } from '../../playground/lesson/exercise.ts';
import type { ExportCall, LessonFile } from '../../playground/lesson/program.ts';
import { readCommand } from '../../playground/session/command-words.ts';
import { NodeRecording } from '../../playground/session/node/node-recording.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { performAfterMain } from '../../playground/session/perform-after-main.ts';

/** What is run and decided in a thread of its own. */
export interface GradingJob extends Submitted {
  /** The way back. */
  readonly port: MessagePort;
  /** Comes with all that is told: the process leads every script to the port, and none to this. */
  readonly secret: string;
}

/** A submission, compiled, and what decides it. */
export interface Submitted {
  readonly kind: 'grading';
  readonly wasm: Uint8Array;
  readonly files: readonly LessonFile[];
  readonly scripts: readonly LessonFile[];
  readonly arguments: readonly string[];
  readonly input: string;
  readonly calls: readonly ExportCall[];
  readonly checks: readonly Check[];
}

type Told =
  | { readonly kind: 'began'; readonly what: string }
  | { readonly kind: 'graded'; readonly verdicts: readonly Verdict[] };

/** Milliseconds for all of a submission. Programs that make steps are ended earlier, by their number. */
const patience = 30_000;
const mostSteps = 20_000_000;
const recordingBudget = 120_000_000;
/** Characters of standard output that are kept. */
const mostOutput = 1_000_000;

/** Runs a submission in a thread, and ends that when it takes too long. A string is why nothing was decided. */
export async function gradeInThread(submitted: Submitted, bundle: string): Promise<readonly Verdict[] | string> {
  // No output of the thread's own, and no environment: what runs there is a stranger's.
  const resourceLimits = { stackSizeMb: 64, maxOldGenerationSizeMb: 2048 };
  const { port1, port2 } = new MessageChannel();
  const secret = randomUUID();
  const job: GradingJob = { ...submitted, port: port2, secret };
  const given = { workerData: job, transferList: [port2], resourceLimits, env: {} };
  const thread = new Worker(bundle, { ...given, stdout: true, stderr: true });
  let doing = 'The program';
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve) => {
      timer = setTimeout(() => resolve(`${doing} ran longer than ${patience / 1000} seconds.`), patience);
      port1.on('message', (told: (Told & { readonly secret?: unknown }) | null) => {
        if (told?.secret !== secret) return;
        if (told.kind === 'graded') resolve(told.verdicts);
        else doing = told.what;
      });
      thread.on('error', (error) => resolve(`The run broke: ${error.message}`));
      thread.on('exit', () => resolve(`${doing} ended the run from within.`));
    });
  } finally {
    clearTimeout(timer);
    port1.close();
    await thread.terminate();
  }
}

/** The thread's side. */
export async function gradeHere(job: GradingJob): Promise<void> {
  const { port, secret, wasm, files, scripts, checks, calls } = job;
  const { apply, deleteProperty } = Reflect;
  const { postMessage } = port;
  const tell = (told: Told) => apply(postMessage, port, [{ ...told, secret }]);
  // The job stays within reach as the thread's data; these must not.
  deleteProperty(job, 'port');
  deleteProperty(job, 'secret');
  // Until its parent has the verdicts, the thread does not end.
  port.ref();
  const recording = new NodeRecording({ budget: recordingBudget, stepLimit: mostSteps });
  const decoder = new TextDecoder();
  let output = '';
  const run = await runInNode({
    wasm,
    files,
    ...readCommand(job.arguments),
    scripts: scripts.map(({ text }) => text),
    stdin: new TextEncoder().encode(job.input),
    stdout: (bytes) => {
      if (output.length < mostOutput) output += decoder.decode(bytes, { stream: true });
    },
    stderr: () => undefined,
    recording: recording.options,
  });
  const outcome = await performAfterMain(run, run.outcome, { scripts, calls });
  const verdicts = await evaluateChecks(checks, {
    ...{ outcome, output, state: run.state, sources: [...files, ...scripts] },
    bytes: { read: async ({ start, end }) => run.memory.slice(start, end) },
    trace: () => recording.trace(wasm, run, scripts[0]?.path ?? ''),
    call(name, args) {
      tell({ kind: 'began', what: `${name}(${args.join(', ')})` });
      return run.call(name, args);
    },
    exit: exitOf(run),
  });
  tell({ kind: 'graded', verdicts });
}
