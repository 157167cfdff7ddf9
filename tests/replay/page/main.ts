import { compareWithReal, type Exactness } from '../exactness.ts';
import { compareRerun } from '../modules/compare-rerun.ts';
import { moduleCases } from '../modules/module-cases.ts';
import { type RecordedModule, recordModule } from '../modules/record-module.ts';
import { severalMemoriesProgram } from '../modules/several-memories-program.ts';
import type { Manner, Performance, Piece } from '../perform.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What the test calls in this page. */
export interface ReplayPage {
  /** Compares one program: its module and script are files of the server. `usesEmbind` chooses the glue. */
  compare(name: string, usesEmbind: boolean, places: number): Promise<Exactness & { readonly recording: string }>;
  /**
   * The same of the program with several memories; then of a recording of it that ends early, at steps behind its end: these
   * are run again.
   */
  compareSeveral(places: number): Promise<{ readonly whole: Exactness; readonly again: readonly string[] }>;
  /** Records a module that was written by hand. */
  record(name: string): Promise<RecordedModule>;
}

declare global {
  var replayPage: ReplayPage;
}

const bytes = async (path: string) => new Uint8Array(await (await fetch(path)).arrayBuffer());
const engine = bytes('runtime/engine.wasm').then((file) => WebAssembly.compile(file));

/** A worker of its own for each run: what is done to its realm ends with it. */
async function performInWorker(piece: Piece, glue: string, manner: Manner): Promise<Performance> {
  const worker = new Worker(new URL('./run.worker.ts', import.meta.url), { type: 'module' });
  try {
    const { promise, resolve, reject } = Promise.withResolvers<Performance>();
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => ('failed' in data ? reject(data.failed) : resolve(data));
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage({ engine: await engine, glue, piece, manner } satisfies ToWorker);
    return await promise;
  } finally {
    worker.terminate();
  }
}

globalThis.replayPage = {
  async compare(name, usesEmbind, places) {
    const [wasm, script] = await Promise.all([
      bytes(`programs/${name}.wasm`),
      fetch(`programs/${name}.js`).then((file) => file.text()),
    ]);
    const glue = new URL(`runtime/${usesEmbind ? 'glue-embind' : 'glue'}.mjs`, document.baseURI).href;
    let recording = 'none';
    const run = async (manner: Manner) => {
      const performed = await performInWorker({ wasm, script }, glue, manner);
      const [begin] = performed.messages;
      if (begin?.kind === 'begin') ({ recording } = begin);
      return performed;
    };
    return { ...(await compareWithReal(await engine, wasm, run, places)), recording };
  },
  async compareSeveral(places) {
    const wasm = severalMemoriesProgram;
    const glue = new URL('runtime/glue.mjs', document.baseURI).href;
    const run = (manner: Manner) => performInWorker({ wasm, script: '' }, glue, manner);
    const whole = await compareWithReal(await engine, wasm, run, places);
    return { whole, again: await compareRerun(await engine, wasm, run, places) };
  },
  async record(name) {
    const tried = moduleCases.find((candidate) => candidate.name === name);
    if (!tried) throw new Error(`no module ${name}`);
    return recordModule(await engine, tried);
  },
};
