import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompileSettings, SourceFile } from '../../playground/compiler/compilation.ts';
import { compilerParts, createNodeCompiler } from '../../playground/compiler/node-compiler.ts';
import { NodeRecording } from '../../playground/session/node/node-recording.ts';
import type { NodeRun } from '../../playground/session/node/node-run.ts';
import { runInNode } from '../../playground/session/node/run-in-node.ts';
import { performAfterMain } from '../../playground/session/perform-after-main.ts';
import type { Outcome } from '../../playground/session/run.ts';
import { ReplayTrace } from '../../playground/trace/replay-trace.ts';
import type { ExecutedProgram, Failed, ProgramRunner, ProgramSource } from './executed-program.ts';
import { watched } from './watchdog.ts';

/** Bytes of log that are kept of a run: as many as in the page. */
const mostRecorded = 120_000_000;
const unlimited = 0xffff_fffe;

/** What a program was before its memory is read: the live instance, for checks that call its exports. */
export interface LiveProgram {
  readonly wasm: Uint8Array;
  readonly run: NodeRun;
  /** How `main` ended; or the JavaScript or the call that did not finish. Nothing runs after it. */
  readonly outcome: Outcome;
  readonly stdout: () => string;
  readonly scriptOutput: () => string;
  /** What was recorded until now; null when that is nothing, or a part only. */
  readonly trace: () => Promise<ReplayTrace | null>;
}

/** Runs programs with their JavaScript and calls, and keeps compiled modules in `cacheFolder` between builds. */
export interface NodeProgramRunner extends ProgramRunner {
  open(program: ProgramSource): Promise<LiveProgram | Failed>;
}

export function createProgramRunner(cacheFolder: string): NodeProgramRunner {
  const compile = createCachedCompile(cacheFolder);
  const open = async (program: ProgramSource): Promise<LiveProgram | Failed> => {
    const compiled = await compile(program.files, program.settings);
    if ('diagnostics' in compiled) return compiled;
    return { wasm: compiled.wasm, ...(await watched(program.id, () => start(compiled.wasm, program))) };
  };
  return {
    open,
    async run(program) {
      const live = await open(program);
      if ('diagnostics' in live) return live;
      const { wasm, run, outcome, stdout, scriptOutput, trace } = live;
      // A copy: the next program of this process must not change what was read.
      return {
        wasm,
        outcome,
        state: run.state,
        memory: run.memory.slice(),
        output: stdout(),
        scriptOutput: scriptOutput(),
        moment: null,
        trace: await trace(),
      } satisfies ExecutedProgram;
    },
  };
}

async function start(wasm: Uint8Array, program: ProgramSource): Promise<Omit<LiveProgram, 'wasm'>> {
  const chunks: Uint8Array[] = [];
  const printed: string[] = [];
  const recording = new NodeRecording({ budget: mostRecorded, stepLimit: unlimited });
  const run = await runInNode({
    wasm,
    arguments: program.arguments,
    stdin: new TextEncoder().encode(program.input),
    stdout: (bytes) => chunks.push(bytes.slice()),
    stderr: () => undefined,
    javascript: (text) => printed.push(text),
    files: program.files,
    recording: recording.options,
  });
  const scripts = program.javascript ? [program.javascript] : [];
  const outcome = await performAfterMain(run, run.outcome, { scripts, calls: program.calls });
  return {
    run,
    outcome,
    stdout: () => Buffer.concat(chunks).toString('utf8'),
    scriptOutput: () => printed.join(''),
    async trace() {
      const trace = await recording.trace(wasm, run, program.javascript?.path ?? '');
      return trace instanceof ReplayTrace ? trace : null;
    },
  };
}

type CachedCompile = (
  files: readonly SourceFile[],
  settings: CompileSettings,
) => Promise<{ readonly wasm: Uint8Array } | Failed>;

/** Compiles what was not compiled before by the same compiler. The key is everything that the module depends on. */
export function createCachedCompile(cacheFolder: string): CachedCompile {
  const compiler = createNodeCompiler();
  let fingerprint: string | null = null;
  return async (files, settings) => {
    fingerprint ??= compilerFingerprint();
    const key = createHash('sha256')
      .update(fingerprint)
      .update(JSON.stringify([files, settings]))
      .digest('hex');
    const path = join(cacheFolder, `${key}.wasm`);
    if (existsSync(path)) return { wasm: new Uint8Array(readFileSync(path)) };
    const compilation = await compiler.compile(files, settings);
    if (compilation.status !== 'compiled') {
      return { diagnostics: compilation.status === 'did-not-compile' ? compilation.diagnostics : [] };
    }
    mkdirSync(cacheFolder, { recursive: true });
    writeFileSync(`${path}.${process.pid}`, compilation.wasm);
    renameSync(`${path}.${process.pid}`, path);
    return { wasm: compilation.wasm };
  };
}

function compilerFingerprint(): string {
  const { llvm, sysroot } = compilerParts();
  const hash = createHash('sha256');
  // The sources decide the arguments that clang and lld get.
  for (const path of [llvm, sysroot, ...compilerSources()]) hash.update(readFileSync(path));
  return hash.digest('hex');
}

function compilerSources(): readonly string[] {
  const folder = fileURLToPath(new URL('../../playground/compiler', import.meta.url));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .sort()
    .map((name) => join(folder, name));
}
