import { createHash } from 'node:crypto';
import type { Compiler, CompileSettings, SourceFile } from '../../playground/compiler/compilation.ts';
import { createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { lackedHere } from '../../playground/lesson/host-features.ts';
import type { ExecutedProgram, Failed, ProgramRunner, ProgramSource } from './executed-program.ts';
import { compilerFingerprint, lessonFingerprint } from './fingerprints.ts';
import { createKeep } from './keep.ts';
import type { LiveProgram } from './live-program.ts';
import { openInNode, patienceInNode } from './open-in-node.ts';
import { lastsAsRun, type RecordedRun, recordRun, replayRun } from './recorded-run.ts';
import { openLessonPage } from './test-browser/lesson-page.ts';
import { runInBrowser, startBrowser } from './test-browser/run-in-browser.ts';

/** Runs programs with their JavaScript and calls; keeps compiled modules, and what runs left, in `cacheFolder` between builds. */
export interface NodeProgramRunner extends ProgramRunner {
  compile(program: ProgramSource): Promise<Compiled>;
  run(program: ProgramSource): Promise<ExecutedProgram | Failed>;
  open(program: ProgramSource): Promise<LiveProgram | Failed>;
}

/** `patience` is how many milliseconds `main`, a call or a script may take. */
export function createProgramRunner(
  cacheFolder: string,
  patience = patienceInNode,
  compiler: Pick<Compiler, 'compile'> = createNodeCompiler(),
): NodeProgramRunner {
  const cached = createCachedCompile(cacheFolder, compiler);
  const compile = ({ files, settings, needs }: ProgramSource): Promise<Compiled> =>
    cached(files, settings, runsHere(needs) ? undefined : startBrowser);
  const keep = createKeep(cacheFolder, lessonFingerprint, true);
  const oneAtATime = createTurns();
  const openModule = async (wasm: Uint8Array, program: ProgramSource): Promise<LiveProgram | Failed> => {
    if (runsHere(program.needs)) return oneAtATime(() => openInNode(wasm, program, patience));
    const live = await runInBrowser(wasm, program, patience, process.env, openLessonPage);
    return typeof live === 'string' ? notRun(program, live) : live;
  };
  return {
    compile,
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

/** Whether Node has what a program needs: what it lacks, the test browser has. */
export const runsHere = (needs: ProgramSource['needs']): boolean => lackedHere(needs ?? []).length === 0;

/** A program that was not run counts as one that failed. */
function notRun({ files }: ProgramSource, message: string): Failed {
  const path = files[0]?.path ?? '';
  return { diagnostics: [{ severity: 'error', path, line: 1, column: 1, message }] };
}

/** A module with what the compiler said about it, or why there is none. */
export type Compiled = Required<Pick<ExecutedProgram, 'wasm' | 'warnings'>> | Failed;
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
