import { createHash } from 'node:crypto';
import type { Compiler, CompileSettings, SourceFile } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import type { Attempt } from '../../playground/exercises/attempt.ts';
import { exitOf } from '../../playground/exercises/exit-of.ts';
import { lackedHere } from '../../playground/lesson/host-features.ts';
import { readCommand } from '../../playground/session/command-words.ts';
import { NodeRecording, type RecordedLog } from '../../playground/session/node/node-recording.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { performAfterMain } from '../../playground/session/perform-after-main.ts';
import type { Outcome, Run } from '../../playground/session/run.ts';
import type { ByteSource, MemoryState } from '../../playground/trace/memory-state.ts';
import { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { ExecutedProgram, Failed, ProgramRunner, ProgramSource } from './executed-program.ts';
import { compilerFingerprint, lessonFingerprint } from './fingerprints.ts';
import { createKeep } from './keep.ts';
import { stepLimit, timeLimit } from './never-ends.ts';
import { lastsAsRun, type RecordedRun, recordRun, replayRun } from './recorded-run.ts';
import { openLessonPage } from './test-browser/lesson-page.ts';
import { runInBrowser, startBrowser } from './test-browser/run-in-browser.ts';

/** Bytes of log that are kept of a run: as many as in the page. */
const mostRecorded = 120_000_000;
/** Characters or bytes that are kept of what a program prints. */
const mostPrinted = 20_000_000;

/** What a program was before its memory is read: the live instance, for checks that call its exports. */
export interface LiveProgram {
  readonly wasm: Uint8Array;
  /** How `main` ended; or the JavaScript or the call that did not finish. Nothing runs after it. */
  readonly outcome: Outcome;
  readonly state: MemoryState;
  readonly read: ByteSource['read'];
  readonly call: Run['call'];
  readonly exit: Attempt['exit'];
  readonly stdout: () => string;
  readonly scriptOutput: () => string;
  /** What was recorded until now; null when that is nothing, or a part only. */
  readonly trace: () => Promise<ReplayTrace | null>;
  /** All of it, where no trace was made; null when a part only has come. */
  readonly log: () => Promise<RecordedLog | null>;
  /** To be called when nothing is asked of it any more. */
  readonly end: () => Promise<void>;
}

/** Runs programs with their JavaScript and calls; keeps compiled modules, and what runs left, in `cacheFolder` between builds. */
export interface NodeProgramRunner extends ProgramRunner {
  run(program: ProgramSource): Promise<ExecutedProgram | Failed>;
  open(program: ProgramSource): Promise<LiveProgram | Failed>;
}

/** `patience` is how many milliseconds `main`, a call or a script may take: more than in the page, as the machine may be busy. */
export function createProgramRunner(
  cacheFolder: string,
  patience = 3 * timeLimit,
  compiler: Pick<Compiler, 'compile'> = createNodeCompiler(),
): NodeProgramRunner {
  const cached = createCachedCompile(cacheFolder, compiler);
  const compile = ({ files, settings, needs }: ProgramSource): Promise<Compiled> =>
    cached(files, settings, runsHere(needs) ? undefined : startBrowser);
  const keep = createKeep(cacheFolder, lessonFingerprint, true);
  const oneAtATime = createTurns();
  const openModule = async (wasm: Uint8Array, program: ProgramSource): Promise<LiveProgram | Failed> => {
    if (runsHere(program.needs)) return oneAtATime(() => runHere(wasm, program, patience));
    const live = await runInBrowser(wasm, program, patience, process.env, openLessonPage);
    return typeof live === 'string' ? notRun(program, live) : live;
  };
  return {
    async open(program) {
      const compiled = await compile(program);
      return 'diagnostics' in compiled ? compiled : openModule(compiled.wasm, program);
    },
    async run(program) {
      const compiled = await compile(program);
      if ('diagnostics' in compiled) return compiled;
      const { wasm } = compiled;
      const digest = createHash('sha256').update(wasm).digest('hex');
      const left = await keep<RecordedRun | Failed>(
        ['run', digest, program, patience],
        async () => {
          const live = await openModule(wasm, program);
          return 'diagnostics' in live ? live : recordRun(live).finally(live.end);
        },
        (made) => 'log' in made && lastsAsRun(made),
      );
      return 'diagnostics' in left ? left : replayRun(compiled, left);
    },
  };
}

/** Opens programs of this thread one after the other, each when the one before has ended: what one recorded may be large. */
function createTurns(): (open: () => Promise<LiveProgram>) => Promise<LiveProgram> {
  let last: Promise<unknown> = Promise.resolve();
  return async (open) => {
    const before = last;
    let over = () => {};
    last = new Promise<void>((resolve) => {
      over = resolve;
    });
    await before;
    try {
      return { ...(await open()), end: async () => over() };
    } catch (error) {
      over();
      throw error;
    }
  };
}

const runsHere = (needs: ProgramSource['needs']): boolean => lackedHere(needs ?? []).length === 0;

/** A program that was not run counts as one that failed. */
function notRun({ files }: ProgramSource, message: string): Failed {
  const path = files[0]?.path ?? '';
  return { diagnostics: [{ severity: 'error', path, line: 1, column: 1, message }] };
}

async function runHere(wasm: Uint8Array, program: ProgramSource, patience: number): Promise<LiveProgram> {
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

type Compiled = Required<Pick<ExecutedProgram, 'wasm' | 'warnings'>> | Failed;
type CachedCompile = (
  files: readonly SourceFile[],
  settings: CompileSettings,
  beforehand?: () => void,
) => Promise<Compiled>;

/** Compiles what was not compiled before by the same compiler, and does `beforehand` then. */
export function createCachedCompile(
  cacheFolder: string,
  compiler: Pick<Compiler, 'compile'> = createNodeCompiler(),
): CachedCompile {
  const keep = createKeep(cacheFolder, compilerFingerprint);
  return (files, settings, beforehand) =>
    keep<Compiled>(
      ['compiled', files, settings],
      async () => {
        beforehand?.();
        const compilation = await compiler.compile(files, settings);
        if (compilation.status === 'compiled') return { wasm: compilation.wasm, warnings: compilation.diagnostics };
        return { diagnostics: compilation.status === 'did-not-compile' ? compilation.diagnostics : [] };
      },
      (result) => 'wasm' in result || result.diagnostics.length > 0,
    );
}
