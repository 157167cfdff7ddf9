import { performAfterMain } from '../../playground/session/perform-after-main.ts';
import type { OpenRun, Outcome, Run } from '../../playground/session/run.ts';
import type { ProgramSource } from './executed-program.ts';

/** A program of a lesson in a sandbox; its instance stays until `run.end()`. */
export interface LessonRun {
  readonly run: Run;
  /** What it has printed so far. */
  readonly printed: Readonly<Record<'stdout' | 'stderr' | 'javascript', string>>;
  /** Runs `main`, and then the script and the calls that its text describes. */
  perform(): Promise<Outcome>;
}

/** Opens a program of a lesson as the lab does. `log` takes its recording; `timeLimit` is milliseconds. */
export async function openLessonRun(
  openRun: OpenRun,
  wasm: Uint8Array,
  program: ProgramSource,
  { log, timeLimit }: { readonly log: MessagePort; readonly timeLimit: number },
): Promise<LessonRun> {
  const scripts = program.javascript ? [program.javascript] : [];
  const printed = { stdout: '', stderr: '', javascript: '' };
  const run = await openRun({
    wasm,
    arguments: program.arguments,
    files: program.files,
    scripts: scripts.map(({ text }) => text),
    input: program.input,
    inputEnds: true,
    log,
    timeLimit,
    signal: new AbortController().signal,
    onOutput: (stream, text) => {
      printed[stream] += text;
    },
    onState: () => undefined,
  });
  const perform = async () => performAfterMain(run, await run.start(), { scripts, calls: program.calls });
  return { run, printed, perform };
}
