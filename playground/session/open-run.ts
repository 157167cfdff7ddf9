import { makesInstance } from '../javascript/makes-instance.ts';
import type { GlueUse } from '../javascript/reach-glue.ts';
import { readCommand } from './command-words.ts';
import { locateSyntaxError } from './host/locate-syntax-error.ts';
import { glueUse, prepareGlue } from './prepare-glue.ts';
import { PreparedScripts } from './prepare-scripts.ts';
import { openReplayWorker } from './replay/open-replay-worker.ts';
import type { OpenRun, Outcome, ReachedText, Run, RunOptions } from './run.ts';
import { fetchRuntime, type RuntimeFiles } from './runtime-files.ts';
import type { ToWorker } from './sandbox/messages.ts';
import { openSandbox } from './sandbox/open-sandbox.ts';
import { SandboxedRun } from './sandboxed-run.ts';

/** Bytes of log that a run keeps: 10 million records and more. */
const recordingBudget = 120_000_000;

/**
 * Makes the page's `OpenRun`. `runtimeFolder` is the site's `runtime/` (with the slash); its files are fetched at the
 * first run and kept. What the network does wrong rejects; what the program does wrong is an outcome of `start`.
 */
export function createOpenRun(runtimeFolder: URL): OpenRun {
  let files: Promise<RuntimeFiles> | undefined;
  return async (options) => {
    files ??= fetchRuntime(runtimeFolder);
    files.catch(() => {
      files = undefined; // the next run tries again
    });
    return open(options, await files);
  };
}

async function open(options: RunOptions, files: RuntimeFiles): Promise<Run> {
  const module = await WebAssembly.compile(options.wasm as Uint8Array<ArrayBuffer>);
  const text = await files.glueFor(module, options.scripts);
  if (options.signal.aborted) return stoppedRun();
  const scripts = new PreparedScripts();
  const { rewritten = true } = options;
  const { wasm, files: sources = [], scripts: beside = [], stepsIntoGlue = false } = options;
  const request = { wasm, module, files: sources, scripts: beside, stepsIntoGlue };
  const plain = text === null ? null : { text, glueSteps: null, bodies: null };
  const glue = text !== null && rewritten ? await prepareGlue(text, request, scripts) : plain;
  const sandbox = await openSandbox(files);
  const run = new SandboxedRun(sandbox, options);
  const replay = rewritten && !options.log ? openReplayWorker(await files.engineModule(), options.wasm) : null;
  const message: ToWorker = {
    kind: 'open',
    wasm: options.wasm,
    engine: files.engine,
    glue,
    ...readCommand(options.arguments),
    files: options.files ?? [],
    input: new TextEncoder().encode(options.input),
    inputEnds: options.inputEnds,
    runsWithMissing: options.runsWithMissing ?? false,
    byHand: makesInstance(options.scripts),
    rewritten,
    timesCalls: options.timesCalls ?? false,
    buffer: options.buffer ?? 'fixed-length',
    budget: recordingBudget,
  };
  const { exports, missing } = await Promise.race([
    run.open(message, options.log ?? replay?.port ?? null),
    sandbox.failure,
  ]).catch((error: unknown) => {
    run.stop(); // takes the frame away
    replay?.end();
    throw error;
  });
  let scriptPath = '';
  const recorded = () => {
    const { messages, state } = run.recorded;
    const { sites, functions } = scripts;
    return state && { messages, known: { state, scriptPath, script: { sites, functions } } };
  };
  return {
    exports,
    missing,
    start: () => run.perform({ kind: 'start' }),
    call: (name, args) => run.perform({ kind: 'call', name, args }),
    async runJavaScript(source, path, among = [{ path, text: source }]) {
      // The recording names no file: of several, a line belongs to one of them.
      scriptPath = scriptPath === '' || scriptPath === path ? path : 'JavaScript';
      const script = await scripts.prepare(source, path, among);
      return locateSyntaxError(await run.perform({ kind: 'script', script }), source, path);
    },
    measure: (plan, onReport) => run.measure(plan, onReport),
    callTimes: () => run.callTimes(),
    read: (range) => run.read(range),
    glue: text === null ? null : () => reachedText(text, glueUse(request)),
    async trace() {
      const given = recorded();
      return given && replay ? replay.trace(given.messages, given.known) : null;
    },
    recorded,
    end() {
      run.stop();
      replay?.end();
    },
  };
}

async function reachedText(text: string, use: GlueUse): Promise<ReachedText> {
  const { reachGlue } = await import('../javascript/reach-glue.ts');
  return { text, shown: reachGlue(text, use).shown };
}

function stoppedRun(): Run {
  const stopped: Outcome = { status: 'stopped', by: 'learner' };
  return {
    exports: [],
    missing: [],
    start: async () => stopped,
    call: async () => stopped,
    runJavaScript: async () => stopped,
    measure: async () => stopped,
    callTimes: async () => null,
    read: async () => new Uint8Array(),
    glue: null,
    trace: async () => null,
    recorded: () => null,
    end() {},
  };
}
