import { exitOf } from '../../playground/exercises/exit-of.ts';
import { readCommand } from '../../playground/session/command-words.ts';
import { NodeRecording } from '../../playground/session/node/node-recording.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { performAfterMain } from '../../playground/session/perform-after-main.ts';
import { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { ProgramSource } from './executed-program.ts';
import type { LiveProgram } from './live-program.ts';
import { stepLimit, timeLimit } from './never-ends.ts';

/** Bytes of log that are kept of a run: as many as in the page. */
const mostRecorded = 120_000_000;
/** Characters or bytes that are kept of what a program prints. */
const mostPrinted = 20_000_000;

/** Milliseconds that `main`, a call or a script may take here: more than in the page, as the machine may be busy. */
export const patienceInNode = 3 * timeLimit;

/** Runs a module in this process, with its JavaScript and calls. */
export async function openInNode(
  wasm: Uint8Array,
  program: ProgramSource,
  patience = patienceInNode,
): Promise<LiveProgram> {
  const chunks: Uint8Array[] = [];
  const printed: string[] = [];
  const recording = new NodeRecording({ budget: mostRecorded, stepLimit });
  const run = await runInNode({
    wasm,
    ...readCommand(program.arguments),
    stdin: new TextEncoder().encode(program.input),
    stdout: bounded(mostPrinted, (bytes) => chunks.push(bytes.slice())),
    stderr: () => undefined,
    javascript: bounded(mostPrinted, (text) => printed.push(text)),
    patience,
    files: program.files,
    scripts: program.javascript ? [program.javascript.text] : [],
    recording: recording.options,
  });
  const scripts = program.javascript ? [program.javascript] : [];
  const scriptPath = program.javascript?.path ?? '';
  const outcome = await performAfterMain(run, run.outcome, { scripts, calls: program.calls });
  return {
    wasm,
    outcome,
    state: run.state,
    // A copy: the next program of this process must not change what was read.
    read: async ({ start, end }) => run.memory.slice(start, end),
    call: run.call,
    exit: exitOf(run),
    stdout: () => Buffer.concat(chunks).toString('utf8'),
    scriptOutput: () => printed.join(''),
    async trace() {
      const trace = await recording.trace(wasm, run, scriptPath);
      return trace instanceof ReplayTrace ? trace : null;
    },
    log: async () => recording.take(run, scriptPath),
    end: async () => undefined,
  };
}

/** Passes on what comes until it is more than `most`. */
function bounded<Part extends { readonly length: number }>(most: number, keep: (part: Part) => void) {
  let length = 0;
  return (part: Part): void => {
    length += part.length;
    if (length <= most) keep(part);
  };
}
