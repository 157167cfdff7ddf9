import { needsGlue } from './host/bare-glue.ts';
import { needsEmbind } from './host/imports.ts';

/** What a run needs, fetched once for all runs. */
export interface RuntimeFiles {
  readonly frameAddress: URL;
  /** The frame's file as text: a service worker cannot answer for a frame of opaque origin. */
  readonly frameSource: string;
  readonly workerSource: string;
  readonly engine: Uint8Array;
  /** The same, compiled once for all runs. */
  engineModule(): Promise<WebAssembly.Module>;
  /** Source of the glue that a module needs with these scripts beside it; null when it needs none. */
  glueFor(module: WebAssembly.Module, scripts: readonly string[] | undefined): Promise<string | null>;
}

/** Fetches from the site's `runtime/` folder. The sandbox has no network, so the page fetches for it. */
export async function fetchRuntime(folder: URL): Promise<RuntimeFiles> {
  const get = async (file: string) => {
    const response = await fetch(new URL(file, folder));
    if (!response.ok) throw new Error(`${file} could not be fetched (${response.status})`);
    return response;
  };
  const text = async (file: string) => (await get(file)).text();
  const frameAddress = new URL('sandbox.html', folder);
  const [frameSource, workerSource, engine] = await Promise.all([
    text('sandbox.html'),
    text('run-worker.js'),
    get('engine.wasm').then(async (response) => new Uint8Array(await response.arrayBuffer())),
  ]);
  let compiled: Promise<WebAssembly.Module> | undefined;
  const glues = new Map<string, Promise<string>>();
  return {
    frameAddress,
    frameSource,
    workerSource,
    engine,
    engineModule() {
      compiled ??= WebAssembly.compile(engine);
      return compiled;
    },
    async glueFor(module, scripts) {
      if (!needsGlue(module, scripts)) return null;
      const file = needsEmbind(module) ? 'glue-embind.mjs' : 'glue.mjs';
      const known = glues.get(file) ?? text(file);
      glues.set(file, known);
      known.catch(() => glues.delete(file)); // a later run may try again
      return known;
    },
  };
}
