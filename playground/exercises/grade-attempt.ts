import type { Compiler, Diagnostic } from '../compiler/compilation.ts';
import { withEdits } from '../lesson/edited-files.ts';
import type { Exercise } from '../lesson/exercise.ts';
import type { ExportCall } from '../lesson/program.ts';
import { performAfterMain } from '../session/perform-after-main.ts';
import type { OpenRun, Outcome } from '../session/run.ts';
import type { MemoryState } from '../trace/memory-state.ts';
import type { Verdict } from './attempt.ts';
import { endingInWords, endingLocation } from './ending-words.ts';
import { evaluateChecks } from './evaluate-checks.ts';
import { failed, neverStarted } from './verdict.ts';

/** What grading works with. */
export interface GradingServices {
  readonly compiler: Compiler;
  readonly openRun: OpenRun;
}

export type Grading =
  | { readonly status: 'did-not-compile'; readonly diagnostics: readonly Diagnostic[] }
  | {
      readonly status: 'graded';
      /** One for each check, in their order. */
      readonly verdicts: readonly Verdict[];
      /** The checked calls as they were made, in their order. */
      readonly calls: readonly ExportCall[];
    }
  | { readonly status: 'cancelled' };

/** Milliseconds after which an attempt is stopped. */
const timeLimit = 5_000;

/**
 * Compiles a learner's files and runs them in a sandbox of their own, then decides every check outside of it. `edited`
 * holds the texts that differ from the starter's and those of added files, by path. Rejects when the compiler or the sandbox cannot be had.
 */
export async function gradeAttempt(
  exercise: Pick<Exercise, 'starter' | 'checks'>,
  edited: Readonly<Record<string, string>>,
  { compiler, openRun }: GradingServices,
  signal: AbortSignal,
): Promise<Grading> {
  const { starter, checks } = exercise;
  const { files, scripts } = withEdits(
    { files: starter.files, scripts: starter.javascript ? [starter.javascript] : [] },
    edited,
  );
  const compilation = await compiler.compile(files, starter.settings, signal);
  if (compilation.status !== 'compiled') return compilation;
  let state: MemoryState | null = null;
  let output = '';
  const run = await openRun({
    wasm: compilation.wasm,
    arguments: starter.arguments,
    files,
    scripts: scripts.map(({ text }) => text),
    input: starter.input,
    inputEnds: true,
    timeLimit,
    signal,
    onOutput: (stream, text) => {
      if (stream === 'stdout') output += text;
    },
    onState: (next) => {
      state = next;
    },
  });
  try {
    const outcome = await performAfterMain(run, await run.start(), { scripts, calls: starter.calls });
    if (signal.aborted) return { status: 'cancelled' };
    const atEnd = state as MemoryState | null;
    if (!atEnd) return { status: 'graded', verdicts: neverStarted(checks.length, unstarted(outcome)), calls: [] };
    const sources = [...files, ...scripts];
    const calls: ExportCall[] = [];
    const verdicts = await evaluateChecks(
      checks.map(({ check }) => check),
      {
        outcome,
        output,
        state: atEnd,
        bytes: run,
        sources,
        trace: () => run.trace(),
        call(name, args) {
          calls.push({ name, arguments: args });
          return run.call(name, args);
        },
        async exit() {
          await run.call('exit', []);
          return state ?? atEnd;
        },
      },
    );
    return { status: 'graded', verdicts, calls };
  } finally {
    run.end();
  }
}

function unstarted(outcome: Outcome): Verdict {
  const reason = outcome.status === 'finished' ? 'It reported no memory.' : endingInWords(outcome);
  return failed(`The program could not start. ${reason}`, endingLocation(outcome));
}
