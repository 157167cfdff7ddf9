import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import { defaultSettings } from '../../playground/compiler/compilation.ts';
import { openHost } from '../../playground/session/host/host.ts';
import { openRecorder } from '../../playground/session/host/recorder.ts';
import { findRuntime } from '../../playground/session/node/find-runtime.ts';
import { prepareGlue } from '../../playground/session/prepare-glue.ts';
import { PreparedScripts } from '../../playground/session/prepare-scripts.ts';
import { LogReceiver } from '../../playground/session/replay/log-receiver.ts';
import type { Outcome } from '../../playground/session/run.ts';
import { viewTypes } from '../../playground/trace/memory-state.ts';
import type { Trace } from '../../playground/trace/trace.ts';
import { createCachedCompile } from '../../site/build/program-runner.ts';

const compile = createCachedCompile(fileURLToPath(new URL('../../build/cache/programs', import.meta.url)));
const runtime = findRuntime();

interface LabRun {
  readonly trace: Trace;
  readonly outcome: Outcome;
  readonly output: string;
}

/**
 * Runs a program, then its script, as the lab does: scripts share the realm of Emscripten's glue, as in the run worker.
 * What is replaced in this realm is put back. `budget` is how many bytes of its log are kept.
 */
export async function runInLab(path: string, text: string, script: string, budget = 200_000_000): Promise<LabRun> {
  const putBack = keepBuiltIns();
  try {
    return await run(path, text, script, budget);
  } finally {
    putBack();
  }
}

/** Remembers the realm's built-ins. Returns what puts them back. */
function keepBuiltIns(): () => void {
  const own = globalThis as unknown as Record<string, { readonly prototype?: object }>;
  const names = [...viewTypes, 'TextEncoder', 'TextDecoder', 'Function', 'Object', 'Array', 'Crypto'];
  const prototypes = names.flatMap((name) => own[name]?.prototype ?? []);
  const holders = [
    globalThis,
    Atomics,
    Reflect,
    Object,
    Array,
    Object.getPrototypeOf(Uint8Array.prototype) as object,
    ...prototypes,
  ];
  const kept = holders.map((holder) => [holder, Object.getOwnPropertyDescriptors(holder)] as const);
  return () => {
    for (const [holder, properties] of kept) {
      for (const [name, known] of Object.entries(properties)) {
        if (Object.getOwnPropertyDescriptor(holder, name)?.value !== known.value)
          Object.defineProperty(holder, name, known);
      }
    }
  };
}

async function run(path: string, text: string, script: string, budget: number): Promise<LabRun> {
  const compiled = await compile([{ path, text }], defaultSettings);
  if ('diagnostics' in compiled) throw new Error(JSON.stringify(compiled.diagnostics));
  const { wasm } = compiled;
  const engine = await runtime.engine();
  const receiver = new LogReceiver(engine, wasm);
  let messages = 0;
  const opened = await openRecorder(wasm, engine, {
    budget,
    stepLimit: 3_000_000,
    loads: true,
    post(message) {
      messages++;
      receiver.receive(message);
    },
  });
  if (!opened.ok) throw new Error(opened.reason);
  const scripts = new PreparedScripts();
  const module = new WebAssembly.Module(wasm as BufferSource);
  const request = { wasm, module, files: [{ path, text }], scripts: [script], stepsIntoGlue: false };
  let output = '';
  const started = await openHost({
    wasm,
    recorder: opened.recorder,
    ...(await runtime.glueFor(module, wasm, (glue) => prepareGlue(glue, request, scripts))),
    programName: 'program',
    arguments: [],
    environment: {},
    read: () => new Uint8Array(),
    write: (_stream, bytes) => {
      output += new TextDecoder().decode(bytes);
    },
    print: (printed) => {
      output += printed;
    },
    onHostCall() {},
    realm: globalThis as unknown as Record<string, unknown>,
    evaluate: async (expression, filename) => ({
      run: new Script(expression, { filename }).runInThisContext(),
      address: filename,
      offset: 0,
    }),
  });
  if (!started.ok) throw new Error(started.reason);
  const { host } = started;
  let outcome = host.start();
  if (outcome.status === 'finished') outcome = await host.runScript(await scripts.prepare(script, 'lab.js'));
  host.sync();
  await receiver.until(messages);
  const trace = await receiver.trace({ state: host.state(), scriptPath: 'lab.js', script: scripts });
  if (!trace) throw new Error('nothing was recorded');
  return { trace, outcome, output };
}
