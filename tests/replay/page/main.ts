import { compareWithReal, type Exactness } from '../exactness.ts';
import { moduleCases } from '../modules/module-cases.ts';
import { type RecordedModule, recordModule } from '../modules/record-module.ts';
import type { Manner, Performance, Piece } from '../perform.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What the test calls in this page. */
export interface ReplayPage {
  /** Compares one program: its module and script are files of the server. `usesEmbind` chooses the glue. */
  compare(name: string, usesEmbind: boolean, places: number): Promise<Exactness & { readonly recording: string }>;
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
  async record(name) {
    const tried = moduleCases.find((candidate) => candidate.name === name);
    if (!tried) throw new Error(`no module ${name}`);
    return recordModule(await engine, tried);
  },
};
